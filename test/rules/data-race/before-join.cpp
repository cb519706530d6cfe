// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Read before the join.
#include <thread>
static int hits;

static void count() { ++hits; }
int main() {
  std::thread worker(count);
  int seen = hits;
  worker.join();
  return seen;
}

// CHECK: {{^}}{{.*}}before-join.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: data race on 'hits': written here while another thread may read it at {{.*}}before-join.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}before-join.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}before-join.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}before-join.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}before-join.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}before-join.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: guard 'hits' with a mutex, or make it atomic{{$}}
