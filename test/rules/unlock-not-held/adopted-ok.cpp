// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>

static std::mutex mu, more;
static int n;

static void add() {
  std::lock(mu, more);
  std::lock_guard<std::mutex> lock(mu, std::adopt_lock);
  std::lock_guard<std::mutex> second(more, std::adopt_lock);
  for (int i = 0; i < 10; ++i)
    n = n + i;
}

static void finish() {
  std::unique_lock<std::mutex> lock(mu, std::adopt_lock);
  ++n;
}

int main() {
  std::thread other(add);
  other.join();
  mu.lock();
  finish();
}

// CHECK: 0 findings
