// RUN: not %fearless check --all %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Nobody is seen to pass both orders, but nothing orders the two either.
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

// CHECK: {{^}}{{.*}}unordered.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Account::mu' is locked while that of another object is held: two threads that do so the other way round deadlock [fearless-lock-order-same-class]{{$}}
// CHECK: {{^}}{{.*}}unordered.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'transfer' locks 'Account::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}unordered.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Account::mu' here{{$}}
// CHECK: {{^}}{{.*}}unordered.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: take both with std::scoped_lock, or always in the order of their addresses{{$}}
