// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Monitor {
public:
  void refresh() {
    MutexLock lock(mu_);
    notify();
  }
  void notify() EXCLUDES(mu_);

private:
  Mutex mu_;
};

// CHECK: {{^}}{{.*}}call.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'Monitor::notify' is called here with 'Monitor::mu_' held, which it must not be [fearless-excludes-held]{{$}}
// CHECK: {{^}}{{.*}}call.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'Monitor::notify' is declared here to exclude it{{$}}
// CHECK: {{^}}{{.*}}call.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'Monitor::mu_' is taken here{{$}}
// CHECK: {{^}}{{.*}}call.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: give 'Monitor::mu_' back before the call{{$}}
