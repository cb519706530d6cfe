// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each changes what is its own.
#include <thread>
#include <vector>
int main() {
  std::vector<std::thread> threads;
  long sum = 0;
  long parts[4] = {};
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&, i] { parts[i] += i; });
  for (auto &t : threads)
    t.join();
  return sum + parts[0];
}
