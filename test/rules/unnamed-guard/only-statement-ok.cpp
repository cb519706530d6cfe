// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The second guard is an empty critical section, which orders a wake-up.
#include <condition_variable>
#include <mutex>

static std::mutex mu;
static std::condition_variable changed;
static int n;

void add(bool threads) {
  std::unique_lock<std::mutex> lock(mu, std::defer_lock);
  if (threads)
    lock.lock();
  ++n;
}

void wake(bool waiting) {
  if (waiting) {
    std::lock_guard<std::mutex> lock(mu);
  }
  changed.notify_all();
}

// CHECK: 0 findings
