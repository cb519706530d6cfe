// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// After release() the guard no longer unlocks.
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  std::unique_lock<std::mutex> hold(mu);
  balance += n;
  if (n > 10)
    hold.release();
}

// CHECK: {{^}}{{.*}}released.cpp:[[#@LINE-2]]:{{[0-9]+}}: warning: 'mu' is still locked when 'deposit' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}released.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'deposit' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}released.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}released.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
