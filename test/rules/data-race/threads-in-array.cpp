// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Of two threads in an array one is joined.
#include <thread>
static int tickets = 100;
int main() {
  std::thread clerks[2];
  clerks[0] = std::thread([] {});
  clerks[1] = std::thread([] { --tickets; });
  clerks[0].join();
  int left = tickets;
  clerks[1].join();
  return left;
}

// CHECK: {{^}}{{.*}}threads-in-array.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'tickets': written here while another thread may read it at {{.*}}threads-in-array.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}threads-in-array.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}threads-in-array.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}threads-in-array.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}threads-in-array.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}threads-in-array.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: guard 'tickets' with a mutex, or make it atomic{{$}}
