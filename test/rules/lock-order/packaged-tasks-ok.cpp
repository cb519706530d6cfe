// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It runs them without its lock.
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>
static std::mutex stats;
class Pool {
public:
  Pool() : thread_([this] { run(); }) {}
  ~Pool() { thread_.join(); }
  template <class F> std::future<void> submit(F &&f) {
    auto task =
        std::make_shared<std::packaged_task<void()>>(std::forward<F>(f));
    std::future<void> result = task->get_future();
    std::lock_guard<std::mutex> hold(lock_);
    tasks_.emplace([task] { (*task)(); });
    return result;
  }
  void report() {
    std::lock_guard<std::mutex> a(stats);
    std::lock_guard<std::mutex> b(lock_);
  }

private:
  void run() {
    std::unique_lock<std::mutex> hold(lock_);
    while (!tasks_.empty()) {
      std::function<void()> task = std::move(tasks_.front());
      tasks_.pop();
      hold.unlock();
      task();
      hold.lock();
    }
  }
  std::mutex lock_;
  std::queue<std::function<void()>> tasks_;
  std::thread thread_;
};
int main() {
  Pool pool;
  pool.submit([] {
    std::lock_guard<std::mutex> hold(stats);
  });
  pool.report();
}
