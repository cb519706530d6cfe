// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Locked on one path only, unlocked on both.
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  if (n > 0)
    mu.lock();
  balance += n;
  mu.unlock();
}

void early(int n) {
  mu.lock();
  balance += n;
  if (balance > 100)
    mu.unlock();
  mu.unlock();
}

// CHECK: {{^}}{{.*}}one-path.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but on some path to this point it was never locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}one-path.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the other paths lock it here{{$}}
// CHECK: {{^}}{{.*}}one-path.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: lock it on every path to this point, or unlock it only where it was locked{{$}}
// CHECK: {{^}}{{.*}}one-path.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but {{.*}} [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}one-path.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: {{.*}}here{{.*}}{{$}}
// CHECK: {{^}}{{.*}}one-path.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
