// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Store {
public:
  void begin() {
    mu_.lock();
  }
  void end() RELEASE(mu_) {
  }

private:
  Mutex mu_;
};

// CHECK: {{^}}{{.*}}declared-undeclared.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'Store::mu_' is still held when 'Store::begin' ends here, which does not say so [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}declared-undeclared.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'Store::mu_' is taken here{{$}}
// CHECK: {{^}}{{.*}}declared-undeclared.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: unlock 'Store::mu_' on every path, or declare 'Store::begin' to acquire it{{$}}
// CHECK: {{^}}{{.*}}declared-undeclared.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Store::mu_' is still held when 'Store::end' ends here, which does not say so [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}declared-undeclared.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: unlock 'Store::mu_' on every path, or declare 'Store::end' to acquire it{{$}}
