// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock is a parameter; two threads pass two locks.
#include <functional>
#include <mutex>
#include <thread>
static std::mutex left, right;
static int count;

static void add(std::mutex &mu) {
  std::lock_guard<std::mutex> lock(mu);
  ++count;
}

int main() {
  std::thread a(add, std::ref(left));
  std::thread b(add, std::ref(right));
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}lock-as-parameter.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: data race on 'count': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-as-parameter.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}lock-as-parameter.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds 'left'{{$}}
// CHECK: {{^}}{{.*}}lock-as-parameter.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}lock-as-parameter.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds 'right'{{$}}
// CHECK: {{^}}{{.*}}lock-as-parameter.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: guard 'count' with a mutex, or make it atomic{{$}}
