// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <atomic>
#include <thread>
static std::atomic<int> hits;

static void count() { ++hits; }
int main() {
  std::thread first(count), second(count);
  int seen = hits;
  first.join();
  second.join();
  return seen;
}
