// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Read as well where it is not.
#include <atomic>
#include <thread>
static int payload;
static std::atomic<int> state;
static void fill() {
  payload = 42;
  state = 2;
}
int main() {
  std::thread writer(fill);
  int seen = 0;
  if (state == 2)
    seen = payload;
  else
    seen = -payload;
  writer.join();
  return seen;
}

// CHECK: {{^}}{{.*}}flag-one-path.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'payload': written here while another thread may read it at {{.*}}flag-one-path.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}flag-one-path.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}flag-one-path.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag-one-path.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}flag-one-path.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag-one-path.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: guard 'payload' with a mutex, or make it atomic{{$}}
