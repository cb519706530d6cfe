// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A parameter says whether the caller holds the lock already.
#include <mutex>
static std::mutex mu;
static int written;

static void write(bool held) {
  if (!held)
    mu.lock();
  ++written;
  mu.unlock();
}

void both() {
  write(false);
  mu.lock();
  ++written;
  write(true);
}

// CHECK: 0 findings
