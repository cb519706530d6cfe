// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// While the thread runs, main looks under the lock; when it has joined, it needs none.
// Both go through one helper.
#include <mutex>
#include <thread>
#include <vector>

static std::mutex mu;
static std::vector<int> items;

static bool empty() { return items.empty(); }

static void work() {
  std::lock_guard<std::mutex> lock(mu);
  items.push_back(1);
}

static bool look() {
  std::lock_guard<std::mutex> lock(mu);
  return empty();
}

int main() {
  std::thread worker(work);
  look();
  worker.join();
  return empty() ? 1 : 0;
}
