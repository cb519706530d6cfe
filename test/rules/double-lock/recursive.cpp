// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same with a plain mutex.
#include <mutex>
static std::mutex mu;
static int depth;

void leave() {
  std::lock_guard<std::mutex> hold(mu);
  depth = 0;
}

void enter(int n) {
  std::lock_guard<std::mutex> hold(mu);
  depth = n;
  if (n)
    enter(n - 1);
}

void twice() {
  mu.lock();
  leave();
  mu.unlock();
}

// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'enter' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, calls 'enter' ...{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... which locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: release 'mu' before this call, or give 'enter' a variant that expects the lock to be held{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'twice' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, calls 'leave' ...{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... which locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: release 'mu' before this call, or give 'leave' a variant that expects the lock to be held{{$}}
