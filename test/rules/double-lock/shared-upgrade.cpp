// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A reader that wants to write must give the shared lock back first.
#include <mutex>
#include <shared_mutex>
static std::shared_mutex mu;
static int cache;

int get() {
  std::shared_lock<std::shared_mutex> read(mu);
  if (!cache) {
    std::unique_lock<std::shared_mutex> write(mu);
    cache = 42;
  }
  return cache;
}

// CHECK: {{^}}{{.*}}shared-upgrade.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is locked here while this thread already holds it shared: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}shared-upgrade.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'get' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}shared-upgrade.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}shared-upgrade.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
