// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It acquires; and a counter in relaxed order that publishes nothing.
#include <atomic>
#include <mutex>
#include <thread>
static std::mutex Mu;
static std::atomic<bool> Ready;
static std::atomic<int> Uses;
static int Table[16];
static int lookUp(int I) {
  Uses.fetch_add(1, std::memory_order_relaxed);
  if (!Ready.load(std::memory_order_acquire)) {
    std::lock_guard<std::mutex> Guard(Mu);
    if (!Ready.load(std::memory_order_relaxed)) {
      for (int J = 0; J < 16; ++J)
        Table[J] = J * J;
      Ready.store(true, std::memory_order_release);
    }
  }
  return Table[I];
}
int main() {
  std::thread A([] { lookUp(1); }), B([] { lookUp(2); });
  A.join();
  B.join();
}
