// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>

struct Account {
  std::mutex mu;
  long balance = 0;
};

static void transfer(Account &from, Account &to, long amount) {
  std::scoped_lock lock(from.mu, to.mu);
  from.balance -= amount;
  to.balance += amount;
}

static void nested(Account &from, Account &to) {
  std::lock_guard<std::mutex> first(from.mu);
  std::lock_guard<std::mutex> second(to.mu);
  to.balance += from.balance;
}

int main() {
  Account a, b;
  transfer(a, b, 1);
  transfer(a, a, 2);
  nested(b, b);
}

// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'Account::mu' is locked twice in this call: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'transfer' locks 'Account::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, takes what here is the same lock again{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: make sure that these are two objects, or lock only one if they are the same{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: 'Account::mu' is locked twice in this call: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'nested' locks 'Account::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, takes what here is the same lock again{{$}}
// CHECK: {{^}}{{.*}}same-object.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: make sure that these are two objects, or lock only one if they are the same{{$}}
