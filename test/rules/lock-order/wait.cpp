// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The wait gives one lock back and keeps the one that the notifier needs.
#include <condition_variable>
#include <mutex>
#include <thread>
static std::mutex outer, mu;
static std::condition_variable ready;
static bool done;

static void consume() {
  std::lock_guard<std::mutex> keep(outer);
  std::unique_lock<std::mutex> hold(mu);
  ready.wait(hold, [] { return done; });
}
static void produce() {
  std::lock_guard<std::mutex> keep(outer);
  std::lock_guard<std::mutex> hold(mu);
  done = true;
  ready.notify_one();
}
int main() {
  std::thread first(consume), second(produce);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}wait.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 'outer' is held while waiting for 'ready', which is only notified after taking it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}wait.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'consume' locks 'outer' here ...{{$}}
// CHECK: {{^}}{{.*}}wait.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: ... and, still holding it, waits for 'ready' here{{$}}
// CHECK: {{^}}{{.*}}wait.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'produce' locks 'outer' here ...{{$}}
// CHECK: {{^}}{{.*}}wait.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... before it notifies 'ready' here{{$}}
// CHECK: {{^}}{{.*}}wait.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: this runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}wait.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: release 'outer' before waiting here{{$}}
