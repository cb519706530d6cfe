// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
void enter() ACQUIRE(mu);
void step() REQUIRES(mu) {
  mu.lock();
}
void twice() {
  MutexLock lock(mu);
  enter();
}

// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: 'mu' is locked here, but it is held already [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: drop this lock, or give it back before{{$}}
// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'mu' is locked here, but it is held already [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'mu' is taken here{{$}}
// CHECK: {{^}}{{.*}}declared.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: drop this lock, or give it back before{{$}}
