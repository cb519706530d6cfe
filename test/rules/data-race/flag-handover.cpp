// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Published before it is written.
#include <atomic>
#include <thread>
static int payload;
static std::atomic<bool> set{false};
static void fill() {
  set.store(true, std::memory_order_release);
  payload = 42;
}
int main() {
  std::thread writer(fill);
  while (!set.load(std::memory_order_acquire)) {
  }
  int seen = payload;
  writer.join();
  return seen;
}

// CHECK: {{^}}{{.*}}flag-handover.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'payload': written here while another thread may read it at {{.*}}flag-handover.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}flag-handover.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}flag-handover.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag-handover.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}flag-handover.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag-handover.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: guard 'payload' with a mutex, or make it atomic{{$}}
