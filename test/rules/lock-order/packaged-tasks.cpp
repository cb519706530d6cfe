// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A pool hands tasks on as the usual std::packaged_task in a shared_ptr; it runs them
// under its lock.
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
    std::lock_guard<std::mutex> hold(lock_);
    while (!tasks_.empty()) {
      std::function<void()> task = std::move(tasks_.front());
      tasks_.pop();
      task();
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

// CHECK: {{^}}{{.*}}packaged-tasks.cpp:[[#@LINE-24]]:{{[0-9]+}}: warning: 'Pool::lock_' and 'stats' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}packaged-tasks.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: 'Pool::run' locks 'Pool::lock_' here ...{{$}}
// CHECK: {{^}}{{.*}}packaged-tasks.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'Pool::submit' ...{{$}}
// CHECK: {{^}}{{.*}}packaged-tasks.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: ... which calls a lambda in 'main' ...{{$}}
// CHECK: {{^}}{{.*}}packaged-tasks.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: ... which locks 'stats' here ('Pool::lock_' before 'stats'){{$}}
// CHECK: {{^}}{{.*}}packaged-tasks.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: 'Pool::report' locks 'stats' here ...{{$}}
// CHECK: {{^}}{{.*}}packaged-tasks.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Pool::lock_' here ('stats' before 'Pool::lock_'){{$}}
// CHECK: {{^}}{{.*}}packaged-tasks.cpp:[[#@LINE-43]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}packaged-tasks.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
