// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The helper expects the lock, and one account asks another one.
#include <mutex>
class Account {
public:
  int balance() {
    std::lock_guard<std::mutex> hold(mu_);
    return balance_;
  }
  bool withdraw(int n) {
    std::lock_guard<std::mutex> hold(mu_);
    if (balanceLocked() < n)
      return false;
    balance_ -= n;
    return true;
  }

private:
  int balanceLocked() { return balance_; }
  std::mutex mu_;
  int balance_ = 0;
};
bool use(Account &a) { return a.withdraw(a.balance()); }
