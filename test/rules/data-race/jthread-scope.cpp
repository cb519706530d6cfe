// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A jthread is joined at the end of its scope, and not before.
#include <thread>
int main() {
  int n = 0;
  {
    std::jthread t([&n] { n += 1; });
    n += 2;
  }

  return n;
}

// CHECK: {{^}}{{.*}}jthread-scope.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'n': written here while another thread may write it at {{.*}}jthread-scope.cpp:[[#@LINE-7]]:29 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}jthread-scope.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}jthread-scope.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}jthread-scope.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}jthread-scope.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}jthread-scope.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: guard 'n' with a mutex, or make it atomic{{$}}
