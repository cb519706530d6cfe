// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A lambda left in a queue that has a copy, and one whose giver waits for it.
#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <queue>
#include <thread>

class Pool {
public:
  Pool() : worker([this] { run(); }) {}
  ~Pool() {
    {
      std::lock_guard<std::mutex> hold(lock);
      stop = true;
    }
    changed.notify_all();
    worker.join();
  }
  void submit(int n) {
    auto task = std::make_shared<int>(n);
    {
      std::lock_guard<std::mutex> hold(lock);
      jobs.emplace([task] { ++*task; });
    }
    changed.notify_one();
  }
  int ask() {
    int answer = 0;
    std::promise<void> done;
    {
      std::lock_guard<std::mutex> hold(lock);
      jobs.emplace([&] {
        answer = 42;
        done.set_value();
      });
    }
    changed.notify_one();
    done.get_future().wait();
    return answer;
  }

private:
  void run() {
    for (;;) {
      std::function<void()> job;
      {
        std::unique_lock<std::mutex> hold(lock);
        changed.wait(hold, [this] { return stop || !jobs.empty(); });
        if (jobs.empty())
          return;
        job = std::move(jobs.front());
        jobs.pop();
      }
      job();
    }
  }

  std::mutex lock;
  std::condition_variable changed;
  bool stop = false;
  std::queue<std::function<void()>> jobs;
  std::thread worker;
};

int main() {
  Pool pool;
  pool.submit(1);
  return pool.ask();
}
