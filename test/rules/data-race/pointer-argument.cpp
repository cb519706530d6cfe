// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A local variable, by its address.
#include <thread>
static void bump(int *p) { *p += 1; }
int main() {
  int n = 0;
  std::thread t(bump, &n);
  n = 5;
  t.join();

  return n;
}

// CHECK: {{^}}{{.*}}pointer-argument.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'n': written here while another thread may write it at {{.*}}pointer-argument.cpp:[[#@LINE-10]]:31 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}pointer-argument.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}pointer-argument.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pointer-argument.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}pointer-argument.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pointer-argument.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: guard 'n' with a mutex, or make it atomic{{$}}
