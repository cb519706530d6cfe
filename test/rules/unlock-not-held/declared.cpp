// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Store {
public:
  void end() {
    mu_.unlock();
  }
  void begin() ACQUIRE(mu_) {
  }
  void pause() REQUIRES(mu_) {
    mu_.unlock();
  }

private:
  Mutex mu_;
};

// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'Store::mu_' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: drop this unlock, lock it before, or declare 'Store::end' to release it{{$}}
// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Store::mu_' is not held when 'Store::begin' ends here, which says that it is [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: hold 'Store::mu_' on every path, or declare what 'Store::begin' does{{$}}
// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'Store::mu_' is not held when 'Store::pause' ends here, which says that it is [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: hold 'Store::mu_' on every path, or declare what 'Store::pause' does{{$}}
