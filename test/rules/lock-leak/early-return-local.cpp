// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A condition of the function's own decides, in a function without a result.
#include <mutex>
static std::mutex mu;
static int balance;

void withdraw(int n) {
  mu.lock();
  if (balance < n)
    return;
  balance -= n;
  mu.unlock();
}

// CHECK: {{^}}{{.*}}early-return-local.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'mu' is still locked when 'withdraw' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}early-return-local.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'withdraw' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}early-return-local.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}early-return-local.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
