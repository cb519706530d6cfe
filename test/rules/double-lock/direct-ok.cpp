// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One after the other, and two different mutexes.
#include <mutex>
static std::mutex mu, log_mu;
static int balance, lines;

void deposit(int n) {
  mu.lock();
  balance += n;
  mu.unlock();
  mu.lock();
  balance += n;
  mu.unlock();
}

void withdraw(int n) {
  std::lock_guard<std::mutex> outer(mu);
  std::lock_guard<std::mutex> inner(log_mu);
  balance -= n;
  ++lines;
}
