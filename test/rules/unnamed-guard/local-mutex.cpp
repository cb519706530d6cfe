// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Every call locks a mutex of its own.
#include <mutex>
static int balance;

void deposit(int n) {
  std::mutex mu;
  std::lock_guard<std::mutex> hold(mu);
  balance += n;
}

// CHECK: {{^}}{{.*}}local-mutex.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'mu' is a local variable of this call: locking it keeps no other thread out [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}local-mutex.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: make it static, or a member beside the data that it guards{{$}}
