// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A stage joins its own thread with the lock held that this one needs.
#include <mutex>
#include <thread>
struct Stage {
  std::mutex mu;
  std::thread thread;
  Stage *next = nullptr;
  int steps = 0;

  void start() { thread = std::thread([this] { run(); }); }
  void run() {
    std::lock_guard<std::mutex> hold(mu);
    ++steps;
  }
  void stop() {
    std::lock_guard<std::mutex> hold(mu);
    thread.join();
    ++steps;
  }
};
int main() {
  Stage first, second;
  first.next = &second;
  first.start();
  second.start();
  second.stop();
  first.stop();
}

// CHECK: {{^}}{{.*}}join-next.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Stage::mu' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}join-next.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'Stage::stop' locks 'Stage::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}join-next.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}join-next.cpp:[[#@LINE-22]], which needs 'Stage::mu'{{$}}
// CHECK: {{^}}{{.*}}join-next.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: that thread calls 'Stage::run' ...{{$}}
// CHECK: {{^}}{{.*}}join-next.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... which locks 'Stage::mu' here{{$}}
// CHECK: {{^}}{{.*}}join-next.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}join-next.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: release 'Stage::mu' before waiting here{{$}}
