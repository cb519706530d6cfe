// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Joined by an algorithm, through smart pointers.
#include <algorithm>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
static std::mutex mu;
static int total;
int main() {
  std::vector<std::unique_ptr<std::thread>> workers;
  for (int i = 0; i < 3; ++i)
    workers.push_back(std::make_unique<std::thread>([] {
      std::lock_guard<std::mutex> hold(mu);
      ++total;
    }));
  std::for_each(workers.begin(), workers.end(),
                [](std::unique_ptr<std::thread> &t) { t->join(); });
  return total;
}
