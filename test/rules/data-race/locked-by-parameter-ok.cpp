// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Whether the lock is taken is a parameter: what the thread's callers pass.
#include <mutex>
#include <thread>
static std::mutex mu;
static int total;
static void addTo(int n, bool lock) {
  std::unique_lock<std::mutex> guard(mu, std::defer_lock);
  if (lock)
    guard.lock();
  total += n;
}
static void add(int n, bool lock) { addTo(n, lock); }
static void worker() { add(1, true); }
int main() {
  add(3, false);
  std::thread first(worker), second(worker);
  first.join();
  second.join();
  return total;
}
