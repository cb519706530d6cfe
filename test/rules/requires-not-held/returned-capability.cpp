// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Store {
public:
  Mutex &mutex() RETURN_CAPABILITY(mu_);
  void sweep() REQUIRES(mu_);

private:
  Mutex mu_;
};
void clean(Store &a, Store &b) {
  MutexLock lock(a.mutex());
  b.sweep();
}

// CHECK: {{^}}{{.*}}returned-capability.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'Store::sweep' is called here without holding 'Store::mu_', which it requires [fearless-requires-not-held]{{$}}
// CHECK: {{^}}{{.*}}returned-capability.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'Store::sweep' is declared here to require 'mu_'{{$}}
// CHECK: {{^}}{{.*}}returned-capability.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock 'Store::mu_' before, or declare 'clean' to require it, if its callers hold it{{$}}
