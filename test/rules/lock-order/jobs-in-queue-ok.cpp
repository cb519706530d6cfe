// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It gives the lock back before it runs them.
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
      hold.unlock();
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
