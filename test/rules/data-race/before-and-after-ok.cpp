// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Written before the thread starts, and read after it has been joined.
#include <thread>
static int hits;

static void count() { ++hits; }
int main() {
  hits = 10;
  std::thread worker(count);
  worker.join();
  return hits;
}
