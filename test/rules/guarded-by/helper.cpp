// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Queue {
public:
  void push() {
    MutexLock lock(mu_);
    grow();
  }
  void reserve() { grow(); }

private:
  void grow() {
    ++size_;
  }
  Mutex mu_;
  int size_ GUARDED_BY(mu_);
};

// CHECK: {{^}}{{.*}}helper.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'Queue::size_' is written here without holding 'Queue::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}helper.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'Queue::size_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}helper.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: this call is made without 'Queue::mu_'; others hold it{{$}}
// CHECK: {{^}}{{.*}}helper.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: lock 'Queue::mu_' before, or declare 'Queue::grow' to require it, if its callers hold it{{$}}
