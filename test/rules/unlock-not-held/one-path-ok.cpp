// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same condition decides about both.
#include <mutex>
static std::mutex mu;
static int balance;

void parameter(bool shared, int n) {
  if (shared)
    mu.lock();
  balance += n;
  if (shared)
    mu.unlock();
}

void flag(int n) {
  bool locked = false;
  if (n > 10) {
    mu.lock();
    locked = true;
  }
  balance += n;
  if (locked)
    mu.unlock();
}

void result(int n) {
  bool got = mu.try_lock();
  if (got)
    balance += n;
  if (got)
    mu.unlock();
}

void ownsLock(int n) {
  std::unique_lock<std::mutex> hold(mu, std::defer_lock);
  if (n > 0)
    hold.lock();
  balance += n;
  if (hold.owns_lock())
    hold.unlock();
}
