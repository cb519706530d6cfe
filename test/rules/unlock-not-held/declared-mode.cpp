// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
void step() {
  mu.lockShared();
  mu.unlock();
  mu.lock();
  mu.unlockShared();
}

// CHECK: {{^}}{{.*}}declared-mode.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'mu' is unlocked here as if it were held exclusively, but it is held shared [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}declared-mode.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'mu' is taken here{{$}}
// CHECK: {{^}}{{.*}}declared-mode.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: unlock it in the mode in which it was locked{{$}}
// CHECK: {{^}}{{.*}}declared-mode.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is unlocked here as if it were held shared, but it is held exclusively [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}declared-mode.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'mu' is taken here{{$}}
// CHECK: {{^}}{{.*}}declared-mode.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: unlock it in the mode in which it was locked{{$}}
