// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The worker runs already when the weights are set, but its first task is made
// later; so are the threads that tasks start, and the tasks that those make.
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
  weights.push_back(1);
  pool.schedule(compact);
  for (;;) std::this_thread::yield();
}

// CHECK: 0 findings in 1 translation unit
