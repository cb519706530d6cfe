// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// std::try_lock answers -1, or which of them it could not lock.
#include <mutex>

static std::mutex a, b;
static int x, y;

void negative() {
  if (std::try_lock(a, b) < 0) {
    ++x, ++y;
    a.unlock();
    b.unlock();
  }
}

void stored() {
  int missing = std::try_lock(a, b);
  if (missing != -1)
    return;
  ++x, ++y;
  a.unlock();
  b.unlock();
}

// CHECK: 0 findings
