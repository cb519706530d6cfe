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
// CHECK: {{^}}{{.*}}declared-loop.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}declared-loop.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'drain' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}declared-loop.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}declared-loop.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
