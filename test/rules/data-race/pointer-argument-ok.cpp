// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// By its address, and joined before it is read.
#include <thread>
static void bump(int *p) { *p += 1; }
int main() {
  int n = 0;
  std::thread t(bump, &n);

  t.join();
  n = 5;
  return n;
}
