// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A task starts threads that make tasks; the weights are set after the first.
#include <functional>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>
std::vector<int> weights;
class Pool {
public:
  void start() {
    std::thread([this] { work(); }).detach();
  }
  void schedule(std::function<void()> task) {
    std::lock_guard<std::mutex> g(mu_);
    tasks_.push(std::move(task));
  }
private:
  void work() {
    while (std::function<void()> task = next())
      task();
  }
  std::function<void()> next() {
    std::lock_guard<std::mutex> g(mu_);
    if (tasks_.empty()) return {};
    std::function<void()> task = std::move(tasks_.front());
    tasks_.pop();
    return task;
  }
  std::mutex mu_;
  std::queue<std::function<void()>> tasks_;
};
Pool pool;
void compact();
void resume() { pool.schedule(compact); }
void retry() {
  std::thread t(resume);
  t.join();
}
void recover() {
  std::thread t(retry);
  t.join();
}
void compact() {
  if (weights[0] > 0) return;
  std::thread t(recover);
  t.join();
}
int main() {
  pool.start();
  pool.schedule(compact);
  weights.push_back(1);
  for (;;) std::this_thread::yield();
}

// CHECK: {{^}}{{.*}}task-starts-threads.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'weights': written here while another thread may read it at {{.*}}task-starts-threads.cpp:[[#@LINE-11]]:7 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}task-starts-threads.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}task-starts-threads.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}task-starts-threads.cpp:[[#@LINE-47]]:{{[0-9]+}}: note: the thread started here reaches the read through a lambda in 'Pool::start' -> 'Pool::work' -> 'compact'{{$}}
// CHECK: {{^}}{{.*}}task-starts-threads.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}task-starts-threads.cpp:[[#@LINE-53]]:{{[0-9]+}}: note: guard 'weights' with a mutex{{$}}
