// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread counts in its own; that of main is lent to a thread that it waits
// for.
#include <thread>

static thread_local long mine;

static void count(long *counter) {
  ++mine;
  *counter += mine;
}

int main() {
  ++mine;
  std::thread helper(count, &mine);
  helper.join();
  return mine == 2;
}
