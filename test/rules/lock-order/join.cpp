// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Joined with the lock held that the thread needs to end.
#include <mutex>
#include <thread>
static std::mutex mu;
static int total;

static void run() {
  std::lock_guard<std::mutex> hold(mu);
  ++total;
}
int main() {
  std::thread worker(run);
  std::lock_guard<std::mutex> hold(mu);
  ++total;
  worker.join();
}

// CHECK: {{^}}{{.*}}join.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}join.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: 'main' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}join.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}join.cpp:[[#@LINE-8]], which needs 'mu'{{$}}
// CHECK: {{^}}{{.*}}join.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: that thread locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}join.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}join.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: release 'mu' before waiting here{{$}}
