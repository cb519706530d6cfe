// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The worker runs since before, but what it does with this came later, through its
// queue.
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
}
