// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Monitor {
public:
  void notify() REQUIRES(!mu_);
  void refresh() REQUIRES(mu_) {
    notify();
  }

private:
  Mutex mu_;
};

// CHECK: {{^}}{{.*}}negative.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: 'Monitor::notify' is called here with 'Monitor::mu_' held, which it must not be [fearless-excludes-held]{{$}}
// CHECK: {{^}}{{.*}}negative.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'Monitor::notify' is declared here to exclude it{{$}}
// CHECK: {{^}}{{.*}}negative.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: give 'Monitor::mu_' back before the call{{$}}
