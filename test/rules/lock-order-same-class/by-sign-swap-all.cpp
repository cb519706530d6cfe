// RUN: not %fearless check --all %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Exchanged by the sign of the amount: that is no order of the two.
#include <mutex>
#include <thread>
struct Account {
  std::mutex mu;
  int balance = 0;
};
static void transfer(Account &from, Account &to, int n) {
  Account *first = &from, *second = &to;
  if (n < 0) {
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

// CHECK: {{^}}{{.*}}by-sign-swap-all.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'Account::mu' is locked while that of another object is held: two threads that do so the other way round deadlock [fearless-lock-order-same-class]{{$}}
// CHECK: {{^}}{{.*}}by-sign-swap-all.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'transfer' locks 'Account::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}by-sign-swap-all.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Account::mu' here{{$}}
// CHECK: {{^}}{{.*}}by-sign-swap-all.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: take both with std::scoped_lock, or always in the order of their addresses{{$}}
