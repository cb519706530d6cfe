// RUN: %fearless check --all %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Ordered by address: silent in every tier.
#include <mutex>
#include <thread>
struct Account {
  std::mutex mu;
  int balance = 0;
};
static void transfer(Account *from, Account *to, int n) {
  if (from < to) {
    from->mu.lock();
    to->mu.lock();
  } else {
    to->mu.lock();
    from->mu.lock();
  }
  from->balance -= n;
  to->balance += n;
  from->mu.unlock();
  to->mu.unlock();
}
static Account alice, bob;
int main() {
  std::thread first([] { transfer(&alice, &bob, 1); });
  std::thread second([] { transfer(&bob, &alice, 2); });
  first.join();
  second.join();
}
