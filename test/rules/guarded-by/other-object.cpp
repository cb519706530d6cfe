// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

struct Account {
  Mutex mu;
  long balance GUARDED_BY(mu);
};
void transfer(Account &from, Account &to, long n) {
  MutexLock lock(from.mu);
  from.balance -= n;
  to.balance += n;
}

// CHECK: {{^}}{{.*}}other-object.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'Account::balance' is written here without holding 'Account::mu' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}other-object.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'Account::balance' is declared here to be guarded by 'mu'{{$}}
// CHECK: {{^}}{{.*}}other-object.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock 'Account::mu' before, or declare 'transfer' to require it, if its callers hold it{{$}}
