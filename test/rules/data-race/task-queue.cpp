// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Tasks that go through a queue run on the worker, without a lock.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
static int done;
class Worker {
public:
  Worker() : thread_([this] { run(); }) {}
  ~Worker() { thread_.join(); }
  void post(std::function<void()> task) {
    std::lock_guard<std::mutex> hold(lock_);
    tasks_.push_back(std::move(task));
    ready_.notify_one();
  }

private:
  void run() {
    for (int i = 0; i < 2; ++i) {
      std::unique_lock<std::mutex> hold(lock_);
      ready_.wait(hold, [this] { return !tasks_.empty(); });
      auto task = std::move(tasks_.front());
      tasks_.pop_front();
      hold.unlock();
      task();
    }
  }
  std::mutex lock_;
  std::condition_variable ready_;
  std::deque<std::function<void()>> tasks_;
  std::thread thread_;
};
int main() {
  Worker worker;
  worker.post([] { ++done; });
  worker.post([] {});
  ++done;
}

// CHECK: {{^}}{{.*}}task-queue.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: data race on 'done': written here while another thread may write it at test/rules/data-race/task-queue.cpp:37:20 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}task-queue.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}task-queue.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}task-queue.cpp:[[#@LINE-34]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'Worker::Worker' -> 'Worker::run' -> a lambda in 'main'{{$}}
// CHECK: {{^}}{{.*}}task-queue.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}task-queue.cpp:[[#@LINE-39]]:{{[0-9]+}}: note: guard 'done' with a mutex, or make it atomic{{$}}
