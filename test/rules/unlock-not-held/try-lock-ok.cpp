// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int balance;

void kept(int n) {
  bool got = mu.try_lock();
  if (!got)
    mu.lock();
  balance += n;
  mu.unlock();
}

void refused(int n) {
  if (!mu.try_lock())
    return;
  balance += n;
  mu.unlock();
}
