// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The future is asked for after the task, or the promise, has gone.
#include <future>
#include <thread>

static int sieve(int n) { return n; }

int main() {
  std::packaged_task<int(int)> task(sieve);
  std::thread worker(std::move(task), 1000);
  std::future<int> limit = task.get_future();
  std::promise<int> promise;
  std::thread other([p = std::move(promise)]() mutable { p.set_value(1); });
  std::future<int> one = promise.get_future();
  int sum = limit.get() + one.get();
  worker.join();
  other.join();
  return sum;
}

// CHECK: {{^}}{{.*}}task-moved.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'task' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}task-moved.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'task' is moved here, to the thread that is started there{{$}}
// CHECK: {{^}}{{.*}}task-moved.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: take what is needed from 'task' before it is moved, or give it a new value{{$}}
// CHECK: {{^}}{{.*}}task-moved.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'promise' is used here after it was moved to another thread [fearless-use-after-send]{{$}}
// CHECK: {{^}}{{.*}}task-moved.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'promise' is moved here, to the thread that is started there{{$}}
// CHECK: {{^}}{{.*}}task-moved.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: take what is needed from 'promise' before it is moved, or give it a new value{{$}}
