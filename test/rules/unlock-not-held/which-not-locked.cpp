// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>

static std::mutex a, b;
static int x;

void asBool() {
  if (!std::try_lock(a, b))
    return;
  ++x;
  a.unlock();
  b.unlock();
}

// CHECK: {{^}}{{.*}}which-not-locked.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'a' is unlocked here, but on some path to this point it was never locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}which-not-locked.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the other paths lock it here{{$}}
// CHECK: {{^}}{{.*}}which-not-locked.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: lock it on every path to this point, or unlock it only where it was locked{{$}}
// CHECK: {{^}}{{.*}}which-not-locked.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'b' is unlocked here, but on some path to this point it was never locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}which-not-locked.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the other paths lock it here{{$}}
// CHECK: {{^}}{{.*}}which-not-locked.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: lock it on every path to this point, or unlock it only where it was locked{{$}}
