// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
int value GUARDED_BY(mu);
void pause(MutexLock &lock RELEASE(mu));
void use(MutexLock &lock REQUIRES(mu)) { value = 1; }
void step() {
  MutexLock lock(mu);
  use(lock);
  pause(lock);
  value = 2;
}

// CHECK: {{^}}{{.*}}passed-guard.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'value' is written here without holding 'mu' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}passed-guard.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'value' is declared here to be guarded by 'mu'{{$}}
// CHECK: {{^}}{{.*}}passed-guard.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock 'mu' before, or declare 'step' to require it, if its callers hold it{{$}}
