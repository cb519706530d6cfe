// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Nothing orders a detached thread with what comes after.
#include <thread>
static int hits;

static void count() { ++hits; }
int main() {
  std::thread worker(count);
  worker.detach();
  return hits;
}

// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'hits': written here while another thread may read it at {{.*}}detached.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}detached.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: guard 'hits' with a mutex, or make it atomic{{$}}
