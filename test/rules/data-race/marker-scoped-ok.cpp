// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// … and have ended when it returns.
#include <atomic>
#include <fearless/annotations.h>
#include <functional>
void parallelFor(int Count,
                 FEARLESS_CROSSES_THREAD_SCOPED std::function<void(int)> Body);
int main() {
  std::atomic<int> Total{0};
  int Plain = 1;
  parallelFor(100, [&](int I) { Total += I + Plain; });
  Plain = Total;
  return Plain;
}
