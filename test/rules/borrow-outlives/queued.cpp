// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A lambda left in a queue, from which another thread takes it, with a
// reference to a local of the function that leaves it there.
#include <condition_variable>
#include <functional>
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
      jobs.emplace([&task] { ++*task; });
    }
    changed.notify_one();
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
}

// CHECK: {{^}}{{.*}}queued.cpp:[[#@LINE-33]]:{{[0-9]+}}: warning: a thread that runs this later uses 'task', which may be gone by then [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}queued.cpp:[[#@LINE-47]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}queued.cpp:[[#@LINE-32]]:{{[0-9]+}}: note: 'task' dies here, and the thread may not have run it yet{{$}}
// CHECK: {{^}}{{.*}}queued.cpp:[[#@LINE-36]]:{{[0-9]+}}: note: wait until the thread has run it, or give it a copy{{$}}
