// RUN: %fearless check --all %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Ordered by std::less, by exchanging the two: silent in every tier.
#include <functional>
#include <mutex>
#include <thread>
struct Account {
  std::mutex mu;
  int balance = 0;
};
static void transfer(Account &from, Account &to, int n) {
  Account *first = &from, *second = &to;
  if (std::less<Account *>()(second, first)) {
    Account *other = first;
    first = second;
    second = other;
  }
  std::lock_guard<std::mutex> a(first->mu);
  std::lock_guard<std::mutex> b(second->mu);
  from.balance -= n;
  to.balance += n;
}
static Account alice, bob;
int main() {
  std::thread first([] { transfer(alice, bob, 1); });
  std::thread second([] { transfer(bob, alice, 2); });
  first.join();
  second.join();
}
