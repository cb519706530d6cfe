// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock is a parameter; two threads pass the same.
#include <functional>
#include <mutex>
#include <thread>
static std::mutex left, right;
static int count;

static void add(std::mutex &mu) {
  std::lock_guard<std::mutex> lock(mu);
  ++count;
}

int main() {
  std::thread a(add, std::ref(left));
  std::thread b(add, std::ref(left));
  a.join();
  b.join();
}

// CHECK: 0 findings
