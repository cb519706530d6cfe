// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int balance;

bool withdraw(int n) {
  mu.lock();
  if (balance < n) {
    mu.unlock();
    return false;
  }
  balance -= n;
  mu.unlock();
  return true;
}

bool guarded(int n) {
  std::lock_guard<std::mutex> hold(mu);
  if (balance < n)
    return false;
  balance -= n;
  return true;
}
