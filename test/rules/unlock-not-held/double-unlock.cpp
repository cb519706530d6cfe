// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  mu.lock();
  balance += n;
  mu.unlock();
  mu.unlock();
}

// CHECK: {{^}}{{.*}}double-unlock.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}double-unlock.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: it was given back here already{{$}}
// CHECK: {{^}}{{.*}}double-unlock.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
