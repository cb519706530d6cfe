// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Never written once the threads run.
#include <thread>
static int limit, a, b;

static void one() { a = limit; }
static void two() { b = limit; }
int main() {
  limit = 10;
  std::thread first(one), second(two);
  first.join();
  second.join();
  return a + b;
}
