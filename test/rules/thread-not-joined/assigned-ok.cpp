// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The first is joined before.
#include <thread>
void work();
void run() {
  std::thread t(work);
  t.join();
  t = std::thread(work);
  t.join();
}
