// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Written before the start, read after the join.
#include <thread>

static volatile int limit;
static volatile int result;

static void work() { result = limit; }

int main() {
  limit = 3;
  std::thread worker(work);
  worker.join();
  return result;
}
