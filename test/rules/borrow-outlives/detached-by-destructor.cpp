// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The destructor lets the threads go that use the object: one by one, and all
// of a container.
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

class Periodic {
public:
  Periodic()
      : worker([this] {
          std::unique_lock<std::mutex> hold(lock);
          while (!stop)
            changed.wait(hold);
        }) {}
  ~Periodic() {
    {
      std::lock_guard<std::mutex> hold(lock);
      stop = true;
    }
    changed.notify_one();
    worker.detach();
  }

private:
  std::mutex lock;
  std::condition_variable changed;
  bool stop = false;
  std::thread worker;
};

class Pool {
public:
  Pool() {
    for (int i = 0; i < 3; ++i)
      workers.emplace_back([this] {
        std::lock_guard<std::mutex> hold(lock);
        ++rounds;
      });
  }
  ~Pool() {
    for (std::thread &w : workers)
      w.detach();
  }

private:
  std::mutex lock;
  long rounds = 0;
  std::vector<std::thread> workers;
};

int main() {
  Periodic p;
  Pool pool;
}

// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-46]]:{{[0-9]+}}: warning: the thread uses the 'Periodic' object and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-47]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-37]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the 'Periodic' object dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-50]]:{{[0-9]+}}: note: join the thread in the destructor, or let it own the object: capture a std::shared_ptr (shared_from_this()){{$}}
// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-26]]:{{[0-9]+}}: warning: the thread uses the 'Pool' object and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: it is detached here: nobody can join it{{$}}
// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the 'Pool' object dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}detached-by-destructor.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: join the thread in the destructor, or let it own the object: capture a std::shared_ptr (shared_from_this()){{$}}
