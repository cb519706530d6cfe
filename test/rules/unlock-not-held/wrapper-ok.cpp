// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Wrappers whose effect is uniform, or told by the result.
#include <mutex>
static std::mutex mu;
static int balance;

void enter() { mu.lock(); }
void leave() { mu.unlock(); }
bool tryEnter() { return mu.try_lock(); }

void deposit(int n) {
  enter();
  balance += n;
  leave();
}

void maybe(int n) {
  if (tryEnter()) {
    balance += n;
    leave();
  }
}
