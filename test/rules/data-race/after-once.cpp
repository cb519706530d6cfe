// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Once it is initialised, every thread changes the table as it likes.
#include <mutex>
#include <thread>
std::once_flag made;
int table[4];
int uses;
void use() {
  std::call_once(made, [] { table[0] = 1; });
  ++uses;
}
int main() {
  std::thread a(use), b(use);
  a.join();
  b.join();
  return uses;
}

// CHECK: {{^}}{{.*}}after-once.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'uses': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}after-once.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}after-once.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds 'made'{{$}}
// CHECK: {{^}}{{.*}}after-once.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}after-once.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds 'made'{{$}}
// CHECK: {{^}}{{.*}}after-once.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: hold 'made' at every access (1 of 2 do), or make 'uses' atomic{{$}}
