// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Before.
#include <future>
#include <thread>

static int sieve(int n) { return n; }

int main() {
  std::packaged_task<int(int)> task(sieve);
  std::future<int> limit = task.get_future();
  std::thread worker(std::move(task), 1000);
  std::promise<int> promise;
  std::future<int> one = promise.get_future();
  std::thread other([p = std::move(promise)]() mutable { p.set_value(1); });
  int sum = limit.get() + one.get();
  worker.join();
  other.join();
  task = std::packaged_task<int(int)>(sieve);
  return sum;
}
