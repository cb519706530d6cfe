// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <stdexcept>
static std::mutex mu;
static int balance;

void guarded(int n) {
  std::lock_guard<std::mutex> hold(mu);
  if (balance < n)
    throw std::runtime_error("not enough");
  balance -= n;
}

void caught(int n) {
  mu.lock();
  try {
    if (balance < n)
      throw std::runtime_error("not enough");
    balance -= n;
  } catch (...) {
    mu.unlock();
    throw;
  }
  mu.unlock();
}
