// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each worker is joined with its own lock held.
#include <deque>
#include <mutex>
#include <thread>
struct Worker {
  std::mutex mu;
  std::thread thread;
  int steps = 0;

  void run() {
    std::lock_guard<std::mutex> hold(mu);
    ++steps;
  }
};
static std::deque<Worker> workers(4);
static Worker leader;

static void stop(Worker &holder, Worker &w) {
  std::lock_guard<std::mutex> hold(holder.mu);
  w.thread.join();
}
int main() {
  for (Worker &w : workers)
    w.thread = std::thread(&Worker::run, &w);
  for (Worker &w : workers)
    stop(w, w);
  leader.run();
}

// CHECK: {{^}}{{.*}}join-in-deque.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'Worker::mu' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}join-in-deque.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'stop' locks 'Worker::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}join-in-deque.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}join-in-deque.cpp:[[#@LINE-8]], which needs 'Worker::mu'{{$}}
// CHECK: {{^}}{{.*}}join-in-deque.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: that thread locks 'Worker::mu' here{{$}}
// CHECK: {{^}}{{.*}}join-in-deque.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}join-in-deque.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: release 'Worker::mu' before waiting here{{$}}
