// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The threads of a pool all need its one lock.
#include <mutex>
#include <thread>
#include <vector>
class Pool {
public:
  void start() {
    for (int i = 0; i < 4; ++i)
      threads.emplace_back([this] { run(); });
  }
  void stop() {
    std::lock_guard<std::mutex> hold(mu);
    for (std::thread &t : threads)
      t.join();
  }

private:
  void run() {
    std::lock_guard<std::mutex> hold(mu);
    ++steps;
  }
  std::mutex mu;
  std::vector<std::thread> threads;
  int steps = 0;
};
int main() {
  Pool first, second;
  first.start();
  second.start();
  first.stop();
  second.stop();
}

// CHECK: {{^}}{{.*}}join-pool.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: 'Pool::mu' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}join-pool.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: 'Pool::stop' locks 'Pool::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}join-pool.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}join-pool.cpp:[[#@LINE-27]], which needs 'Pool::mu'{{$}}
// CHECK: {{^}}{{.*}}join-pool.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: that thread calls 'Pool::run' ...{{$}}
// CHECK: {{^}}{{.*}}join-pool.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: ... which locks 'Pool::mu' here{{$}}
// CHECK: {{^}}{{.*}}join-pool.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}join-pool.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: release 'Pool::mu' before waiting here{{$}}
