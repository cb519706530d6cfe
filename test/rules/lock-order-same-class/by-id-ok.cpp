// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Ordered by a number of their own.
#include <mutex>
#include <thread>
struct Account {
  const int id;
  std::mutex mu;
  int balance = 0;
  explicit Account(int i) : id(i) {}
};
static void transfer(Account &from, Account &to, int n) {
  Account &first = from.id < to.id ? from : to;
  Account &second = from.id < to.id ? to : from;
  std::lock_guard<std::mutex> a(first.mu);
  std::lock_guard<std::mutex> b(second.mu);
  from.balance -= n;
  to.balance += n;
}
static Account alice(1), bob(2);
int main() {
  std::thread first([] { transfer(alice, bob, 1); });
  std::thread second([] { transfer(bob, alice, 2); });
  first.join();
  second.join();
}
