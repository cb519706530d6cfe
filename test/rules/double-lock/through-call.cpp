// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A public method calls another one that takes the same lock.
#include <mutex>
class Account {
public:
  int balance() {
    std::lock_guard<std::mutex> hold(mu_);
    return balance_;
  }
  bool withdraw(int n) {
    std::lock_guard<std::mutex> hold(mu_);
    if (balance() < n)
      return false;
    balance_ -= n;
    return true;
  }

private:
  std::mutex mu_;
  int balance_ = 0;
};
bool use(Account &a) { return a.withdraw(3); }

// CHECK: {{^}}{{.*}}through-call.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'Account::mu_' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}through-call.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'Account::withdraw' locks 'Account::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}through-call.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, calls 'Account::balance' ...{{$}}
// CHECK: {{^}}{{.*}}through-call.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... which locks 'Account::mu_' here again{{$}}
// CHECK: {{^}}{{.*}}through-call.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: release 'Account::mu_' before this call, or give 'Account::balance' a variant that expects the lock to be held{{$}}
