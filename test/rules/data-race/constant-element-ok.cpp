// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread has an element of its own.
#include <thread>
int main() {
  int sums[2] = {0, 0};
  std::thread a([&] {
    for (int i = 0; i < 100; ++i)
      sums[0] += i;
  });
  std::thread b([&] {
    for (int i = 0; i < 100; ++i)
      sums[1] += i;
  });
  a.join();
  b.join();
  return sums[0] + sums[1];
}
