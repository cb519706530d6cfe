// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Readers in opposite orders, and writers of both.
#include <mutex>
#include <shared_mutex>
#include <thread>
static std::shared_mutex ledger, audit;

static void post() {
  std::shared_lock<std::shared_mutex> a(ledger);
  std::unique_lock<std::shared_mutex> b(audit);
}
static void review() {
  std::shared_lock<std::shared_mutex> a(audit);
  std::unique_lock<std::shared_mutex> b(ledger);
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}readers.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'ledger' and 'audit' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}readers.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'post' locks 'ledger' here ...{{$}}
// CHECK: {{^}}{{.*}}readers.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'audit' here ('ledger' before 'audit'){{$}}
// CHECK: {{^}}{{.*}}readers.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'review' locks 'audit' here ...{{$}}
// CHECK: {{^}}{{.*}}readers.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'ledger' here ('audit' before 'ledger'){{$}}
// CHECK: {{^}}{{.*}}readers.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}readers.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}readers.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
