// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Leases {
public:
  bool grant() {
    if (full())
      return false;
    MutexLock lock(mu_);
    ++used_;
    return true;
  }

private:
  bool full() REQUIRES(mu_) { return used_ > 8; }
  Mutex mu_;
  int used_ GUARDED_BY(mu_);
};

// CHECK: {{^}}{{.*}}call.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Leases::full' is called here without holding 'Leases::mu_', which it requires [fearless-requires-not-held]{{$}}
// CHECK: {{^}}{{.*}}call.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: 'Leases::full' is declared here to require 'mu_'{{$}}
// CHECK: {{^}}{{.*}}call.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: lock 'Leases::mu_' before, or declare 'Leases::grant' to require it, if its callers hold it{{$}}
