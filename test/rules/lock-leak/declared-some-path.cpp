// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
bool ready();
void work();
void step() {
  if (ready())
    mu.lock();
  work();
}

// CHECK: {{^}}{{.*}}declared-some-path.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is held on some path to here, but not on every path [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}declared-some-path.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: 'mu' is taken here{{$}}
// CHECK: {{^}}{{.*}}declared-some-path.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock it on every path to this point, or on none{{$}}
