// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One function, two threads, the locks handed over in one order.
#include <functional>
#include <mutex>
#include <thread>
static std::mutex left, right;

static void work(std::mutex &first, std::mutex &second) {
  std::lock_guard<std::mutex> f(first);
  std::lock_guard<std::mutex> s(second);
}

int main() {
  std::thread a(work, std::ref(left), std::ref(right));
  std::thread b(work, std::ref(left), std::ref(right));
  a.join();
  b.join();
}

// CHECK: 0 findings
