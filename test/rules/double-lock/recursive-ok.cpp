// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A recursive mutex may be taken again.
#include <mutex>
static std::recursive_mutex mu;
static int depth;

void enter(int n) {
  std::lock_guard<std::recursive_mutex> hold(mu);
  depth = n;
  if (n)
    enter(n - 1);
}

void twice() {
  mu.lock();
  mu.lock();
  depth = 0;
  mu.unlock();
  mu.unlock();
}
