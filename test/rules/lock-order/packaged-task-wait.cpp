// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Waits for the task with the lock that it takes.
#include <future>
#include <mutex>
#include <thread>
std::mutex tasks_mu;
int finished;
int compute() {
  std::lock_guard<std::mutex> g(tasks_mu);
  return ++finished;
}
int main() {
  std::packaged_task<int()> task(compute);
  std::future<int> result = task.get_future();
  std::thread t(std::move(task));
  int v;
  {
    std::lock_guard<std::mutex> g(tasks_mu);
    v = result.get();
  }
  t.join();
  return v - 1;
}

// CHECK: {{^}}{{.*}}packaged-task-wait.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'tasks_mu' is held while waiting for 'result', which is only notified after taking it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}packaged-task-wait.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'main' locks 'tasks_mu' here ...{{$}}
// CHECK: {{^}}{{.*}}packaged-task-wait.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: ... and, still holding it, waits for 'result' here{{$}}
// CHECK: {{^}}{{.*}}packaged-task-wait.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'compute' locks 'tasks_mu' here ...{{$}}
// CHECK: {{^}}{{.*}}packaged-task-wait.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... before it notifies 'task' here{{$}}
// CHECK: {{^}}{{.*}}packaged-task-wait.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}packaged-task-wait.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: release 'tasks_mu' before waiting here{{$}}
