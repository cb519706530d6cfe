// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Read before the tasks are waited for.
#include "Inputs/tbb.h"
int main() {
  int Left = 0, Right = 0;
  tbb::task_group Tasks;
  Tasks.run([&] { Left = 1; });
  Tasks.run([&] { Right = 2; });
  int Early = Left;
  Tasks.wait();
  return Early + Right;
}

// CHECK: {{^}}{{.*}}tbb-group.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'Left': written here while another thread may read it at {{.*}}tbb-group.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}tbb-group.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}tbb-group.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}tbb-group.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}tbb-group.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}tbb-group.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: guard 'Left' with a mutex, or make it atomic{{$}}
