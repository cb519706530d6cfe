// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same guard, not released.
#include <mutex>
class Hold {
public:
  explicit Hold(std::mutex &mu) : mu_(mu), owns_(true) { mu_.lock(); }
  void release() {
    if (owns_)
      mu_.unlock();
    owns_ = false;
  }
  ~Hold() {
    if (owns_)
      mu_.unlock();
  }

private:
  std::mutex &mu_;
  bool owns_;
};
static std::mutex mu;
static int n;

void late(bool again) {
  Hold hold(mu);
  n = 1;
  if (again)
    mu.lock();
  n = 2;
}

// CHECK: {{^}}{{.*}}own-flag.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}own-flag.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'late' calls 'Hold::Hold', which locks 'mu' ...{{$}}
// CHECK: {{^}}{{.*}}own-flag.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}own-flag.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
