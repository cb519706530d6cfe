// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu, other;
static int balance;

void deposit(int n) {
  std::unique_lock<std::mutex> hold(mu, std::defer_lock);
  hold.lock();
  balance += n;
}

void both(int n) {
  std::unique_lock<std::mutex> first(mu, std::defer_lock);
  std::unique_lock<std::mutex> second(other, std::defer_lock);
  std::lock(first, second);
  balance += n;
}
