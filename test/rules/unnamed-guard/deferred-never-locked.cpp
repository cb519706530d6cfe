// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A deferred guard that nothing ever locks.
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  std::unique_lock<std::mutex> hold(mu, std::defer_lock);
  balance += n;
}

// CHECK: {{^}}{{.*}}deferred-never-locked.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: this guard of 'mu' defers locking and is never locked [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}deferred-never-locked.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock it, or drop std::defer_lock{{$}}
