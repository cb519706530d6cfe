// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two std::scoped_lock of one lock each are ordered like any others.
#include <mutex>
#include <thread>
static std::mutex ledger, audit;

static void post() {
  std::scoped_lock a(ledger);
  std::scoped_lock b(audit);
}
static void review() {
  std::scoped_lock a(audit);
  std::scoped_lock b(ledger);
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}scoped-lock.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'ledger' and 'audit' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}scoped-lock.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'post' locks 'ledger' here ...{{$}}
// CHECK: {{^}}{{.*}}scoped-lock.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'audit' here ('ledger' before 'audit'){{$}}
// CHECK: {{^}}{{.*}}scoped-lock.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'review' locks 'audit' here ...{{$}}
// CHECK: {{^}}{{.*}}scoped-lock.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'ledger' here ('audit' before 'ledger'){{$}}
// CHECK: {{^}}{{.*}}scoped-lock.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}scoped-lock.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}scoped-lock.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
