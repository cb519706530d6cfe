// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
void wait() EXCLUDES(mu);
void step(bool again) {
  MutexLock lock(mu);
  lock.unlock();
  wait();
  lock.lock();
  if (again)
    wait();
}

// CHECK: {{^}}{{.*}}early-unlock.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'wait' is called here with 'mu' held, which it must not be [fearless-excludes-held]{{$}}
// CHECK: {{^}}{{.*}}early-unlock.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'wait' is declared here to exclude it{{$}}
// CHECK: {{^}}{{.*}}early-unlock.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'mu' is taken here{{$}}
// CHECK: {{^}}{{.*}}early-unlock.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: give 'mu' back before the call{{$}}
