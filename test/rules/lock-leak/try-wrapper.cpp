// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The caller leaves the lock held when the wrapper succeeds.
#include <mutex>
static std::mutex mu;
static int balance;

bool enter() { return mu.try_lock(); }

void deposit(int n) {
  if (enter()) {
    if (n < 0)
      return;
    balance += n;
    mu.unlock();
  }
}

// CHECK: {{^}}{{.*}}try-wrapper.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is still locked when 'deposit' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}try-wrapper.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'deposit' calls 'enter', which locks 'mu'{{$}}
// CHECK: {{^}}{{.*}}try-wrapper.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}try-wrapper.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
