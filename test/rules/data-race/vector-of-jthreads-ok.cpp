// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Their destructors join.
#include <mutex>
#include <thread>
#include <vector>
static std::mutex mu;
static int total;
int main() {
  std::vector<std::jthread> workers;
  for (int i = 0; i < 3; ++i)
    workers.emplace_back([] {
      std::lock_guard<std::mutex> hold(mu);
      ++total;
    });
  workers.clear();
  return total;
}
