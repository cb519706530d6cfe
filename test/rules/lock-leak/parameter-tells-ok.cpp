// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A parameter asks for the lock to be kept, and the caller unlocks.
#include <mutex>
static std::mutex mu;
static int balance;

static void deposit(int n, bool keep) {
  mu.lock();
  balance += n;
  if (keep)
    return;
  mu.unlock();
}

int main() {
  deposit(1, false);
  deposit(2, true);
  ++balance;
  mu.unlock();
}

// CHECK: 0 findings
