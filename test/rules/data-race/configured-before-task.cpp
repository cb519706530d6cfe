// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The task may run when its setting is changed again.
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
static int limit;
class Worker {
public:
  Worker() : thread_([this] { run(); }) {}
  ~Worker() { thread_.join(); }
  void post(std::function<void()> task) {
    std::lock_guard<std::mutex> hold(lock_);
    tasks_.push(std::move(task));
    ready_.notify_one();
  }

private:
  void run() {
    std::unique_lock<std::mutex> hold(lock_);
    ready_.wait(hold, [this] { return !tasks_.empty(); });
    auto task = std::move(tasks_.front());
    tasks_.pop();
    hold.unlock();
    task();
  }
  std::mutex lock_;
  std::condition_variable ready_;
  std::queue<std::function<void()>> tasks_;
  std::thread thread_;
};
static void configure() { limit = 3; }
int main() {
  Worker worker;
  configure();
  int seen = 0;
  worker.post([&seen] { seen = limit; });
  configure();
}

// CHECK: {{^}}{{.*}}configured-before-task.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'limit': written here while another thread may read it at test/rules/data-race/configured-before-task.cpp:38:32 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}configured-before-task.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'configure'{{$}}
// CHECK: {{^}}{{.*}}configured-before-task.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}configured-before-task.cpp:[[#@LINE-34]]:{{[0-9]+}}: note: the thread started here reaches the read through a lambda in 'Worker::Worker' -> 'Worker::run' -> a lambda in 'main'{{$}}
// CHECK: {{^}}{{.*}}configured-before-task.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}configured-before-task.cpp:[[#@LINE-39]]:{{[0-9]+}}: note: guard 'limit' with a mutex, or make it atomic{{$}}
