// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Read only where the flag is seen set.
#include <atomic>
#include <thread>
static int payload;
static std::atomic<int> state;
static void fill() {
  payload = 42;
  state = 2;
}
int main() {
  std::thread writer(fill);
  int seen = 0;
  if (state == 2)
    seen = payload;
  writer.join();
  return seen;
}
