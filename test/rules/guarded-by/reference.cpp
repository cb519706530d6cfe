// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

void fill(int &into);
class Pool {
public:
  void refill() {
    fill(free_);
  }
  int &free() {
    MutexLock lock(mu_);
    return free_;
  }

private:
  Mutex mu_;
  int free_ GUARDED_BY(mu_);
};

// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'Pool::free_' is passed by reference here without holding 'Pool::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'Pool::free_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: lock 'Pool::mu_' before, or declare 'Pool::refill' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Pool::free_' is returned by reference here, and 'Pool::free' does not keep 'Pool::mu_' held [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'Pool::free_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: return a copy, or declare 'Pool::free' to require 'Pool::mu_'{{$}}
