// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A worker runs jobs under the lock of the queue that they come through.
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
static std::mutex stats;
struct Job {
  std::function<void(int)> fn;
  int arg;
};
class Worker {
public:
  void submit(Job job) {
    std::lock_guard<std::mutex> hold(lock_);
    queue_.push(std::move(job));
    ready_.notify_one();
  }
  void run() {
    for (;;) {
      std::unique_lock<std::mutex> hold(lock_);
      ready_.wait(hold, [this] { return !queue_.empty(); });
      Job job = std::move(queue_.front());
      queue_.pop();
      job.fn(job.arg);
    }
  }
  void report() {
    std::lock_guard<std::mutex> a(stats);
    std::lock_guard<std::mutex> b(lock_);
  }

private:
  std::mutex lock_;
  std::condition_variable ready_;
  std::queue<Job> queue_;
};
static Worker worker;
int main() {
  std::thread thread([] { worker.run(); });
  worker.submit(Job{[](int) {
    std::lock_guard<std::mutex> hold(stats);
  }, 1});
  worker.report();
  thread.join();
}

// CHECK: {{^}}{{.*}}jobs-in-queue.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'Worker::lock_' and 'stats' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}jobs-in-queue.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: 'Worker::run' locks 'Worker::lock_' here ...{{$}}
// CHECK: {{^}}{{.*}}jobs-in-queue.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'main' ...{{$}}
// CHECK: {{^}}{{.*}}jobs-in-queue.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: ... which locks 'stats' here ('Worker::lock_' before 'stats'){{$}}
// CHECK: {{^}}{{.*}}jobs-in-queue.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: 'Worker::report' locks 'stats' here ...{{$}}
// CHECK: {{^}}{{.*}}jobs-in-queue.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Worker::lock_' here ('stats' before 'Worker::lock_'){{$}}
// CHECK: {{^}}{{.*}}jobs-in-queue.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}jobs-in-queue.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
