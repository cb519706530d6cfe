// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Only some arguments make the callee lock; this one does.
#include <mutex>
static std::mutex mu;
static int wakeups, retries;

static void handle(int fd) {
  if (fd == -42) {
    ++wakeups;
    return;
  }
  std::lock_guard<std::mutex> lock(mu);
  ++retries;
}

void stop() {
  std::lock_guard<std::mutex> lock(mu);
  handle(7);
}

// CHECK: {{^}}{{.*}}constant-argument.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}constant-argument.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: 'stop' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}constant-argument.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: ... and, still holding it, calls 'handle' ...{{$}}
// CHECK: {{^}}{{.*}}constant-argument.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... which locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}constant-argument.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: release 'mu' before this call, or give 'handle' a variant that expects the lock to be held{{$}}
