// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The flag is not set on the path that locks.
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  bool locked = false;
  if (n > 10) {
    mu.lock();
    locked = n > 20;
  }
  balance += n;
  if (locked)
    mu.unlock();
}

// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-2]]:{{[0-9]+}}: warning: 'mu' is still locked when 'deposit' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'deposit' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
