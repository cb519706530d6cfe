// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int balance;

void enter() { mu.lock(); }
void leave() { mu.unlock(); }
bool tryEnter() { return mu.try_lock(); }

void deposit(int n) {
  enter();
  balance += n;
  leave();
  leave();
}

void maybe(int n) {
  if (tryEnter())
    balance += n;
  leave();
}

// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: it was given back here already{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but on some path to this point it was never locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the other paths lock it here{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: lock it on every path to this point, or unlock it only where it was locked{{$}}
