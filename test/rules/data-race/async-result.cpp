// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What a task writes is read before its result is asked for.
#include <future>
int main() {
  int n = 0;
  auto done = std::async(std::launch::async, [&n] { n = 7; });
  int seen = n;
  done.get();
  return seen;
}

// CHECK: {{^}}{{.*}}async-result.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'n': written here while another thread may read it at {{.*}}async-result.cpp:[[#@LINE-5]]:14 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}async-result.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}async-result.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}async-result.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}async-result.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}async-result.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: guard 'n' with a mutex, or make it atomic{{$}}
