// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
void step() {
  MutexLock lock(mu);
  lock.unlock();
  lock.unlock();
}

// CHECK: {{^}}{{.*}}declared-scoped.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}declared-scoped.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: drop this unlock, lock it before, or declare 'step' to release it{{$}}
