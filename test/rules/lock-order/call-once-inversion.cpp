// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The initialiser needs the lock that another thread holds while it waits for it.
#include <mutex>
#include <thread>
static std::mutex mu;
static std::once_flag once;
static int table, hits;

static void first() {
  std::call_once(once, [] {
    std::lock_guard<std::mutex> hold(mu);
    table = 42;
  });
}
static void second() {
  std::lock_guard<std::mutex> hold(mu);
  std::call_once(once, [] { table = 42; });
  ++hits;
}
int main() {
  std::thread a(first), b(second);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}call-once-inversion.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'mu' is held while waiting for 'once', whose function locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}call-once-inversion.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'second' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}call-once-inversion.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, waits for 'once' here{{$}}
// CHECK: {{^}}{{.*}}call-once-inversion.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'first' passes 'once' here, and others wait ...{{$}}
// CHECK: {{^}}{{.*}}call-once-inversion.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'first' ...{{$}}
// CHECK: {{^}}{{.*}}call-once-inversion.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: ... which locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}call-once-inversion.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}call-once-inversion.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}call-once-inversion.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: do this before 'mu' is locked{{$}}
