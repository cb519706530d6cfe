// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The body runs on several threads at once.
#include "Inputs/tbb.h"
int main() {
  int Total = 0;
  tbb::parallel_for(0, 100, [&](int I) { Total += I; });
  return Total;
}

// CHECK: {{^}}{{.*}}tbb-for.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'Total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}tbb-for.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}tbb-for.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}tbb-for.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: guard 'Total' with a mutex, or make it atomic{{$}}
