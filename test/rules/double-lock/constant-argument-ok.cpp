// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Only some arguments make the callee lock; this one does not.
#include <mutex>
static std::mutex mu;
static int wakeups, retries;

static void handle(int fd) {
  if (fd == -42) {
    ++wakeups;
    return;
  }
  std::lock_guard<std::mutex> lock(mu);
  ++retries;
}

void stop() {
  std::lock_guard<std::mutex> lock(mu);
  handle(-42);
}

// CHECK: 0 findings
