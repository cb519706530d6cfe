// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
bool more();
void drain() {
  while (more())
    mu.lock();
}

// CHECK: {{^}}{{.*}}declared-loop.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'mu' is held on some path to here, but not on every path [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}declared-loop.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'mu' is taken here{{$}}
// CHECK: {{^}}{{.*}}declared-loop.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: lock it on every path to this point, or on none{{$}}
