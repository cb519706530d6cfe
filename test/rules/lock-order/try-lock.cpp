// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// It is tried first, and then waited for all the same.
#include <mutex>
#include <thread>
static std::mutex ledger, audit;

static void post() {
  std::lock_guard<std::mutex> a(ledger);
  std::lock_guard<std::mutex> b(audit);
}
static void review() {
  std::unique_lock<std::mutex> a(audit);
  std::unique_lock<std::mutex> b(ledger, std::try_to_lock);
  if (!b.owns_lock())
    b.lock();
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'ledger' and 'audit' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'post' locks 'ledger' here ...{{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: ... and, still holding it, locks 'audit' here ('ledger' before 'audit'){{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'review' locks 'audit' here ...{{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'ledger' here ('audit' before 'ledger'){{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
