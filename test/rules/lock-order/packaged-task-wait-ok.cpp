// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Waits without a lock.
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
    v = result.get();
  }
  t.join();
  return v - 1;
}

// CHECK: 0 findings
