// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each worker holds the lock, and all are joined before the result is read.
#include <mutex>
#include <thread>
#include <vector>
static std::mutex mu;
static int total;

static void add(int n) {
  std::lock_guard<std::mutex> hold(mu);
  total += n;
}
int main() {
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back(add, i);
  for (std::thread &worker : workers)
    worker.join();
  return total;
}
