// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// All callers pass the accounts in one order.
#include <mutex>
#include <thread>
struct Account {
  std::mutex mu;
  int balance = 0;
};
static void transfer(Account &from, Account &to, int n) {
  std::lock_guard<std::mutex> a(from.mu);
  std::lock_guard<std::mutex> b(to.mu);
  from.balance -= n;
  to.balance += n;
}
static Account alice, bob;
int main() {
  std::thread first([] { transfer(alice, bob, 1); });
  std::thread second([] { transfer(alice, bob, 2); });
  first.join();
  second.join();
}
