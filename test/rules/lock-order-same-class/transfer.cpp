// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Callers pass the two accounts in both orders.
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
  std::thread second([] { transfer(bob, alice, 2); });
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: two objects' 'alice.mu' are locked in either order and can deadlock [fearless-lock-order-same-class]{{$}}
// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: a lambda in 'main' calls 'transfer' here ...{{$}}
// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... which locks 'alice.mu' here ...{{$}}
// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, locks 'bob.mu' here{{$}}
// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: a lambda in 'main' calls 'transfer' here ...{{$}}
// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: ... which locks 'bob.mu' here ...{{$}}
// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: ... and, still holding it, locks 'alice.mu' here{{$}}
// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}transfer.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: take both with std::scoped_lock, or always in the order of their addresses{{$}}
