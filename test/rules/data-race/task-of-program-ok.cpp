// RUN: %fearless check %s %S/Inputs/compact.cpp %S/Inputs/compact-tool.cpp -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The task starts a thread of its own. Another program does so in its main, but
// that is another program.
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
  set_limit(3);
  worker.post([] { compact(); });
}

// CHECK: 0 findings
