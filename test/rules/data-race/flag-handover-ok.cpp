// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Written, then published; observed, then read.
#include <atomic>
#include <thread>
static int payload;
static std::atomic<bool> set{false};
static void fill() {
  payload = 42;
  set.store(true, std::memory_order_release);
}
int main() {
  std::thread writer(fill);
  while (!set.load(std::memory_order_acquire)) {
  }
  int seen = payload;
  writer.join();
  return seen;
}
