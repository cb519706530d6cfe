// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
static std::mutex mu;
static int balance;

void deposit(int n) {
  mu.lock();
  mu.lock();
  balance += n;
  mu.unlock();
}

void withdraw(int n) {
  std::lock_guard<std::mutex> outer(mu);
  std::lock_guard<std::mutex> inner(mu);
  balance -= n;
}

// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'deposit' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'withdraw' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
