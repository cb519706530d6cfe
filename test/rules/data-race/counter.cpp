// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <thread>
static int hits;

static void count() { ++hits; }
int main() {
  std::thread first(count), second(count);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}counter.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'hits': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}counter.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}counter.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}counter.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}counter.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}counter.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: guard 'hits' with a mutex, or make it atomic{{$}}
