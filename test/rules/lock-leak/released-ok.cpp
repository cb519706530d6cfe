// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  std::unique_lock<std::mutex> hold(mu);
  balance += n;
  if (n > 10)
    hold.release()->unlock();
}

void handedOn(int n) {
  std::unique_lock<std::mutex> hold(mu);
  balance += n;
  std::unique_lock<std::mutex> other(*hold.release(), std::adopt_lock);
}
