// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

struct Account {
  Mutex mu;
  long balance GUARDED_BY(mu);
};
void credit(Account *to, long n) REQUIRES(to->mu) { to->balance += n; }
void both(Account &a, Account &b) {
  MutexLock lock(a.mu);
  MutexLock other(b.mu);
  credit(&a, 1);
  credit(&b, 1);
}
