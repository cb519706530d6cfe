// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Task and main take the same lock.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
static std::mutex count_lock;
static int done;
static void count() {
  std::lock_guard<std::mutex> hold(count_lock);
  ++done;
}
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
  worker.post(count);
  worker.post([] {});
  count();
}
