// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
#include <utility>
struct Account {
  std::mutex mu;
  int balance = 0;
};
static void transfer(Account *from, Account *to, int n) {
  std::mutex *first = &from->mu, *second = &to->mu;
  if (second < first)
    std::swap(first, second);
  std::lock_guard<std::mutex> a(*first);
  std::lock_guard<std::mutex> b(*second);
  from->balance -= n;
  to->balance += n;
}
static Account alice, bob;
int main() {
  std::thread first([] { transfer(&alice, &bob, 1); });
  std::thread second([] { transfer(&bob, &alice, 2); });
  first.join();
  second.join();
}
