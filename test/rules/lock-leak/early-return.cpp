// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int balance;

bool withdraw(int n) {
  mu.lock();
  if (balance < n)
    return false;
  balance -= n;
  mu.unlock();
  return true;
}

// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is still locked when 'withdraw' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'withdraw' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
