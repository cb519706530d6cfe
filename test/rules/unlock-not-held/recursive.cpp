// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Once more than it was locked.
#include <mutex>
static std::recursive_mutex mu;
static int n;

void twice() {
  mu.lock();
  mu.lock();
  n = 1;
  mu.unlock();
  mu.unlock();
  mu.unlock();
}

// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: it was given back here already{{$}}
// CHECK: {{^}}{{.*}}recursive.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
