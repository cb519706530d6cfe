// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A relaxed store publishes nothing.
#include <atomic>
#include <thread>
static int payload;
static std::atomic<bool> set{false};
static void fill() {
  payload = 42;
  set.store(true, std::memory_order_relaxed);
}
int main() {
  std::thread writer(fill);
  while (!set.load(std::memory_order_acquire)) {
  }
  int seen = payload;
  writer.join();
  return seen;
}

// CHECK: {{^}}{{.*}}flag-relaxed.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'payload': written here while another thread may read it at {{.*}}flag-relaxed.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}flag-relaxed.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}flag-relaxed.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag-relaxed.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}flag-relaxed.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag-relaxed.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: guard 'payload' with a mutex, or make it atomic{{$}}
