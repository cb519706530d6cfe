// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Locked twice, unlocked twice, on every way out.
#include <mutex>
static std::recursive_mutex mu;
static int depth;

void enter(bool shallow) {
  mu.lock();
  mu.lock();
  ++depth;
  if (shallow) {
    mu.unlock();
    mu.unlock();
    return;
  }
  mu.unlock();
  mu.unlock();
}

// CHECK: 0 findings
