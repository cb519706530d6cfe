// RUN: not %fearless check %s %S/Inputs/compact.cpp %S/Inputs/compact-tool.cpp -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The task starts a thread of its own, and what that reads is written later.
#include <condition_variable>
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
void set_limit(int value);
void compact();
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
int main() {
  Worker worker;
  worker.post([] { compact(); });
  set_limit(3);
}

// CHECK: {{^}}{{.*}}compact.cpp:3:{{[0-9]+}}: warning: data race on 'limit': written here while another thread may read it at {{.*}}compact.cpp:7:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}compact.cpp:3:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'set_limit'{{$}}
// CHECK: {{^}}{{.*}}compact.cpp:3:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}compact.cpp:5:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}compact.cpp:7:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}compact.cpp:2:{{[0-9]+}}: note: guard 'limit' with a mutex, or make it atomic{{$}}
