// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <chrono>
#include <mutex>
static std::timed_mutex mu;
static int n;

void timed() {
  std::unique_lock<std::timed_mutex> hold(mu, std::chrono::seconds(1));
  if (hold) {
    mu.lock();
    n = 1;
    mu.unlock();
  }
}
void deferred() {
  std::unique_lock<std::timed_mutex> hold(mu, std::defer_lock);
  if (hold.try_lock_for(std::chrono::seconds(1))) {
    mu.lock();
    n = 2;
    mu.unlock();
  }
}

// CHECK: {{^}}{{.*}}timed.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}timed.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'timed' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}timed.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}timed.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
// CHECK: {{^}}{{.*}}timed.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}timed.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'deferred' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}timed.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}timed.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
