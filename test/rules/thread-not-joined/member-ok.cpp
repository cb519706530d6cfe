// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Joined in the destructor, by a helper of it, or detached at once.
#include <atomic>
#include <thread>
#include <vector>
void work();
class Watchdog {
public:
  Watchdog() : thread_([this] {
    while (!stop_)
      work();
  }) {}
  ~Watchdog() {
    stop_ = true;
    finish();
  }

private:
  void finish() {
    if (thread_.joinable())
      thread_.join();
  }
  std::atomic<bool> stop_{false};
  std::thread thread_;
};
class Pool {
public:
  Pool(Pool &&) = default;
  Pool() = default;
  void grow() { workers_.emplace_back(work); }
  ~Pool() {
    for (auto &t : workers_)
      t.join();
  }

private:
  std::vector<std::thread> workers_;
};
class Free {
public:
  void start() {
    t_ = std::thread(work);
    t_.detach();
  }

private:
  std::thread t_;
};
void run() {
  Watchdog dog;
  Pool pool;
  pool.grow();
  Free free;
  free.start();
}
