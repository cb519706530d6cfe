// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <stdexcept>
static std::mutex mu;
static int balance;

void withdraw(int n) {
  mu.lock();
  if (balance < n)
    throw std::runtime_error("not enough");
  balance -= n;
  mu.unlock();
}

// CHECK: {{^}}{{.*}}throw.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'mu' is still locked when an exception leaves 'withdraw' from here [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}throw.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'withdraw' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}throw.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}throw.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
