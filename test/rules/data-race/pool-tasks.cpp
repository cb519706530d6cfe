// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Tasks of a pool of the program's own run at once.
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>
class Pool {
public:
  explicit Pool(int n) {
    for (int i = 0; i < n; ++i)
      threads_.emplace_back([this] { work(); });
  }
  ~Pool() {
    {
      std::lock_guard<std::mutex> lock(mu_);
      stopping_ = true;
    }
    cv_.notify_all();
    for (auto &t : threads_)
      t.join();
  }
  void submit(std::function<void()> task) {
    {
      std::lock_guard<std::mutex> lock(mu_);
      tasks_.push_back(std::move(task));
    }
    cv_.notify_one();
  }

private:
  void work() {
    for (;;) {
      std::function<void()> task;
      {
        std::unique_lock<std::mutex> lock(mu_);
        cv_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
        if (tasks_.empty())
          return;
        task = std::move(tasks_.front());
        tasks_.pop_front();
      }
      task();
    }
  }
  std::mutex mu_;
  std::condition_variable cv_;
  std::deque<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};
int main() {
  int total = 0;
  std::mutex mu;
  {
    Pool pool(4);
    for (int i = 0; i < 100; ++i)
      pool.submit([&total, &mu, i] { total += i; });
  }
  return total;
}

// CHECK: {{^}}{{.*}}pool-tasks.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}pool-tasks.cpp:[[#@LINE-52]]:{{[0-9]+}}: note: each of the threads started here reaches the write through a lambda in 'Pool::Pool' -> 'Pool::work' -> a lambda in 'main'{{$}}
// CHECK: {{^}}{{.*}}pool-tasks.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pool-tasks.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: guard 'total' with a mutex, or make it atomic{{$}}
