// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A class that starts a thread and ends it nowhere: its destructor, written or
// not.
#include <atomic>
#include <memory>
#include <thread>
#include <vector>
void work();
class Watchdog {
public:
  Watchdog() : thread_([this] {
    while (!stop_)
      work();
  }) {}
  ~Watchdog() { stop_ = true; }

private:
  std::atomic<bool> stop_{false};
  std::thread thread_;
};
class Pool {
public:
  void grow() { workers_.emplace_back(work); }

private:
  std::vector<std::thread> workers_;
};
void run() {
  Watchdog dog;
  Pool pool;
  pool.grow();
}

// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: 'Watchdog::~Watchdog' destroys 'Watchdog::thread_', which is neither joined nor detached anywhere: that ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: join it in the destructor, or make it a std::jthread, which joins when it is destroyed{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'Pool::~Pool' destroys a thread in 'Pool::workers_', which is neither joined nor detached anywhere: that ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}member.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: join it in the destructor, or make it a std::jthread, which joins when it is destroyed{{$}}
