// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

struct Account {
  Mutex mu;
  long balance GUARDED_BY(mu);
};
void credit(Account *to, long n) REQUIRES(to->mu) { to->balance += n; }
void both(Account &a, Account &b) {
  MutexLock lock(a.mu);
  credit(&a, 1);
  credit(&b, 1);
}

// CHECK: {{^}}{{.*}}parameter.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'credit' is called here without holding 'Account::mu', which it requires [fearless-requires-not-held]{{$}}
// CHECK: {{^}}{{.*}}parameter.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'credit' is declared here to require 'to->mu'{{$}}
// CHECK: {{^}}{{.*}}parameter.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock 'Account::mu' before, or declare 'both' to require it, if its callers hold it{{$}}
