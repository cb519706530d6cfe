// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::recursive_mutex mu;
static int n;

bool twice() {
  mu.lock();
  mu.lock();
  n = 1;
  mu.unlock();
  if (n > 3) {
    mu.unlock();
    return false;
  }
  mu.unlock();
  return true;
}
