// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  bool locked = false;
  if (n > 10) {
    mu.lock();
    locked = true;
  }
  balance += n;
  if (locked)
    mu.unlock();
}
