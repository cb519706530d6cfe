// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Counter {
public:
  void add() {
    ++count_;
  }
  int get() {
    return count_;
  }

private:
  Mutex mu_;
  int count_ GUARDED_BY(mu_) = 0;
};

// CHECK: {{^}}{{.*}}method.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Counter::count_' is written here without holding 'Counter::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}method.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'Counter::count_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}method.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: lock 'Counter::mu_' before, or declare 'Counter::add' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}method.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Counter::count_' is read here without holding 'Counter::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}method.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'Counter::count_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}method.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: lock 'Counter::mu_' before, or declare 'Counter::get' to require it, if its callers hold it{{$}}
