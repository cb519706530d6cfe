// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <shared_mutex>
static std::shared_mutex mu;
static int cache;

int get() {
  {
    std::shared_lock<std::shared_mutex> read(mu);
    if (cache)
      return cache;
  }
  std::unique_lock<std::shared_mutex> write(mu);
  if (!cache)
    cache = 42;
  return cache;
}

int again() {
  std::shared_lock<std::shared_mutex> read(mu);
  if (!cache) {
    read.unlock();
    std::unique_lock<std::shared_mutex> write(mu);
    cache = 42;
    return cache;
  }
  return cache;
}
