// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same in the default tier.
#include <mutex>
struct Account {
  std::mutex mu;
  int balance = 0;
};
void transfer(Account &from, Account &to, int n) {
  std::lock_guard<std::mutex> a(from.mu);
  std::lock_guard<std::mutex> b(to.mu);
  from.balance -= n;
  to.balance += n;
}
