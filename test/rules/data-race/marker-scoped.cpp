// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Several threads run it at once.
#include <fearless/annotations.h>
#include <functional>
void parallelFor(int Count,
                 FEARLESS_CROSSES_THREAD_SCOPED std::function<void(int)> Body);
int main() {
  int Total = 0;
  parallelFor(100, [&](int I) { Total += I; });
  return Total;
}

// CHECK: {{^}}{{.*}}marker-scoped.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'Total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}marker-scoped.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}marker-scoped.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}marker-scoped.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: guard 'Total' with a mutex, or make it atomic{{$}}
