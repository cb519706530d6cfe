// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// No other function writes the flag: it still tells whether there is a thread.
#include <thread>

int main(int count, char **) {
  bool parallel = count > 1;
  long sum = 0;
  std::thread worker;
  if (parallel)
    worker = std::thread([&] { sum += parallel ? 2 : 1; });
  if (parallel)
    worker.join();
  ++sum;
  return sum > 0;
}
