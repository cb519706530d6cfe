// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A guard and a lock()/unlock() wrapper of the user's own need no model.
#include <mutex>
class Spin {
public:
  void lock() { mu_.lock(); }
  void unlock() { mu_.unlock(); }

private:
  std::mutex mu_;
};
class Hold {
public:
  explicit Hold(Spin &s) : s_(s) { s_.lock(); }
  ~Hold() { s_.unlock(); }

private:
  Spin &s_;
};
static Spin spin;
static int n;

void twice() {
  Hold outer(spin);
  spin.lock();
  n = 1;
}

// CHECK: {{^}}{{.*}}own-wrapper.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'spin' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}own-wrapper.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: 'twice' calls 'Hold::Hold', which locks 'spin' ...{{$}}
// CHECK: {{^}}{{.*}}own-wrapper.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Spin::lock' ...{{$}}
// CHECK: {{^}}{{.*}}own-wrapper.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: ... which locks 'spin' here again{{$}}
// CHECK: {{^}}{{.*}}own-wrapper.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: release 'spin' before this call, or give 'Spin::lock' a variant that expects the lock to be held{{$}}
