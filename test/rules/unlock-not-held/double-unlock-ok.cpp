// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  mu.lock();
  balance += n;
  mu.unlock();
}

void withGuard(int n) {
  std::unique_lock<std::mutex> hold(mu);
  balance += n;
  hold.unlock();
}

void relocked(int n) {
  std::unique_lock<std::mutex> hold(mu);
  hold.unlock();
  int twice = 2 * n;
  hold.lock();
  balance += twice;
}
