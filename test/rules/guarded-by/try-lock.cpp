// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
int value GUARDED_BY(mu);
void set(int n) {
  bool locked = mu.tryLock();
  if (!locked)
    value = n;
  else
    mu.unlock();
}

// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'value' is written here without holding 'mu' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'value' is declared here to be guarded by 'mu'{{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: lock 'mu' before, or declare 'set' to require it, if its callers hold it{{$}}
