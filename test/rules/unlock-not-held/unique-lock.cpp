// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int n;
void twice() {
  std::unique_lock<std::mutex> hold(mu);
  n = 2;
  hold.unlock();
  hold.unlock();
}

// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: it was given back here already{{$}}
// CHECK: {{^}}{{.*}}unique-lock.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
