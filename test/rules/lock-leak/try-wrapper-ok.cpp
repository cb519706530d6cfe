// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The result tells whether the lock is held.
#include <mutex>
static std::mutex mu;
static int balance;

bool enter(int tries) {
  for (int i = 0; i < tries; ++i)
    if (mu.try_lock())
      return true;
  return false;
}

bool enterIfRich() {
  mu.lock();
  if (balance < 100) {
    mu.unlock();
    return false;
  }
  return true;
}

void deposit(int n) {
  if (!enter(3))
    return;
  balance += n;
  mu.unlock();
}

void spend(int n) {
  if (enterIfRich()) {
    balance -= n;
    mu.unlock();
  }
}
