// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Arrives after the lock is released.
#include <barrier>
#include <mutex>
#include <thread>
std::mutex grid;
int cells;
void phase(std::barrier<> &sync) {
  { std::lock_guard<std::mutex> g(grid); ++cells; }
  sync.arrive_and_wait();
}
int main() {
  std::barrier<> sync(2);
  std::thread a([&] { phase(sync); });
  std::thread b([&] { phase(sync); });
  a.join();
  b.join();
}

// CHECK: 0 findings
