// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two atomic operations are not one.
#include <atomic>
#include <thread>

static std::atomic<int> Hits{0};

static void count() { Hits.store(Hits.load() + 1); }

int main() {
  std::thread First(count);
  std::thread Second(count);
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}atomic-load-store.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Hits' is written back from a value that was read before, and loses what another thread writes in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}atomic-load-store.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'count' reads 'Hits' here{{$}}
// CHECK: {{^}}{{.*}}atomic-load-store.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'count' writes 'Hits' here{{$}}
// CHECK: {{^}}{{.*}}atomic-load-store.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here may get in between{{$}}
// CHECK: {{^}}{{.*}}atomic-load-store.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: it writes 'Hits' here{{$}}
// CHECK: {{^}}{{.*}}atomic-load-store.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: make it one atomic operation: exchange, fetch_add, or a loop of compare_exchange_weak{{$}}
