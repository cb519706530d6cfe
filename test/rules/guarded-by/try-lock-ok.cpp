// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
int value GUARDED_BY(mu);
void set(int n, bool wait) {
  bool locked = wait ? mu.tryLock() : false;
  if (locked) {
    value = n;
    mu.unlock();
  }
  if (!mu.tryLock())
    return;
  value = n;
  mu.unlock();
}

// CHECK: {{^}}{{.*}}try-lock-ok.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'mu' is held on some path to here, but not on every path [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}try-lock-ok.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'mu' is taken here{{$}}
// CHECK: {{^}}{{.*}}try-lock-ok.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: lock it on every path to this point, or on none{{$}}
// CHECK: {{^}}{{.*}}try-lock-ok.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'value' is written here without holding 'mu' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}try-lock-ok.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'value' is declared here to be guarded by 'mu'{{$}}
// CHECK: {{^}}{{.*}}try-lock-ok.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: lock 'mu' before, or declare 'set' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}try-lock-ok.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}try-lock-ok.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: drop this unlock, lock it before, or declare 'set' to release it{{$}}
