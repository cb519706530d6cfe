// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <fearless/annotations.h>

class FEARLESS_CAPABILITY("mutex") Mutex {
public:
  void lock() FEARLESS_ACQUIRE();
  void unlock() FEARLESS_RELEASE();
  bool try_lock() FEARLESS_TRY_ACQUIRE(true);
};

class FEARLESS_SCOPED_CAPABILITY Guard {
public:
  explicit Guard(Mutex &mutex) FEARLESS_ACQUIRE(mutex);
  ~Guard() FEARLESS_RELEASE();
};

class Account {
public:
  void deposit(int amount) FEARLESS_EXCLUDES(mu) {
    Guard guard(mu);
    add(amount);
  }
  bool deposit_now(int amount) {
    if (!mu.try_lock())
      return false;
    add(amount);
    mu.unlock();
    return true;
  }
  void reset() {
    Guard guard(mu);
    balance = 0;
  }

private:
  void add(int amount) FEARLESS_REQUIRES(mu) { balance += amount; }

  Mutex mu;
  int balance FEARLESS_GUARDED_BY(mu) = 0;
};

int main() {
  Account account;
  account.deposit(1);
  account.deposit_now(2);
  account.reset();
}
