// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One account is locked at a time; a pointer to it is the same account.
#include "../Inputs/capabilities.h"

struct Account {
  Mutex mu;
  long balance GUARDED_BY(mu);
};
void transfer(Account &from, Account &to, long n) {
  {
    MutexLock lock(from.mu);
    from.balance -= n;
  }
  Account *other = &to;
  other->mu.lock();
  to.balance += n;
  to.mu.unlock();
}
