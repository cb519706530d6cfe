// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The gate is closed too early on one side.
#include <mutex>
#include <thread>
static std::mutex gate, ledger, audit;

static void post() {
  std::lock_guard<std::mutex> g(gate);
  std::lock_guard<std::mutex> a(ledger);
  std::lock_guard<std::mutex> b(audit);
}
static void review() {
  { std::lock_guard<std::mutex> g(gate); }
  std::lock_guard<std::mutex> a(audit);
  std::lock_guard<std::mutex> b(ledger);
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}gate.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'ledger' and 'audit' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}gate.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'post' locks 'ledger' here ...{{$}}
// CHECK: {{^}}{{.*}}gate.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, locks 'audit' here ('ledger' before 'audit'){{$}}
// CHECK: {{^}}{{.*}}gate.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'review' locks 'audit' here ...{{$}}
// CHECK: {{^}}{{.*}}gate.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'ledger' here ('audit' before 'ledger'){{$}}
// CHECK: {{^}}{{.*}}gate.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}gate.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}gate.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
