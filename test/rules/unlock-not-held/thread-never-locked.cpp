// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Uniform for the function, wrong for the thread that calls it.
#include <mutex>
#include <thread>
static std::mutex mu;
static int balance;

static void withdraw(int n) {
  balance -= n;
  mu.unlock();
}

static void pay() { withdraw(1); }

int main() {
  std::thread payer(pay);
  payer.join();
}

// CHECK: {{^}}{{.*}}thread-never-locked.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}thread-never-locked.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}thread-never-locked.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'pay' calls 'withdraw' here{{$}}
// CHECK: {{^}}{{.*}}thread-never-locked.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: nothing on the way here locks 'mu'{{$}}
// CHECK: {{^}}{{.*}}thread-never-locked.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
