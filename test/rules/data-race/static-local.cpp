// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Only the initialisation of a local static is safe, not what is written later.
#include <thread>
static int load() { return 3; }
static int limit() {
  static int cached = load();
  return ++cached;
}
int main() {
  std::thread first([] { limit(); });
  int mine = limit();
  first.join();
  return mine;
}

// CHECK: {{^}}{{.*}}static-local.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'limit::cached': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}static-local.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'limit'{{$}}
// CHECK: {{^}}{{.*}}static-local.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}static-local.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the read through a lambda in 'main' -> 'limit'{{$}}
// CHECK: {{^}}{{.*}}static-local.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}static-local.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: guard 'limit::cached' with a mutex, or make it atomic{{$}}
