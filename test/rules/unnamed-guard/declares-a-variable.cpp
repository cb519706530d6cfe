// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// This declares a guard named 'mu' that guards nothing.
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  std::unique_lock<std::mutex>(mu);
  balance += n;
}

// CHECK: {{^}}{{.*}}declares-a-variable.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: this declares a guard named 'mu' that is tied to no lock; nothing is locked [fearless-unnamed-guard]{{$}}
// CHECK: {{^}}{{.*}}declares-a-variable.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: write the lock as an argument of a named guard: lock(mu){{$}}
