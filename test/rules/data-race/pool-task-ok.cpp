// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each task of a pool counts before it is joined; which of the pool's threads
// runs it does not matter.
#include <fearless/thread_pool.h>

int main() {
  fearless::ThreadPool pool(2);
  int count = 0;
  pool.submit([&count] { ++count; }).join();
  auto one = pool.submit([&count] { ++count; });
  one.join();
  return count;
}
