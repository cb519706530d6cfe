// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Only a parameter tells the paths apart, and no caller unlocks.
#include <mutex>
static std::mutex mu;
static int balance;

static void deposit(int n, bool dry) {
  mu.lock();
  if (dry)
    return;
  balance += n;
  mu.unlock();
}

int main() {
  deposit(1, false);
  deposit(2, true);
}

// CHECK: {{^}}{{.*}}parameter-tells.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'mu' is still locked when 'deposit' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}parameter-tells.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'deposit' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}parameter-tells.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}parameter-tells.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
