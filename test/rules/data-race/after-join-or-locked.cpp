// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Main looks without the lock while the thread runs.
#include <mutex>
#include <thread>
#include <vector>

static std::mutex mu;
static std::vector<int> items;

static bool empty() { return items.empty(); }

static void work() {
  std::lock_guard<std::mutex> lock(mu);
  items.push_back(1);
}

static bool look() {
  return empty();
}

int main() {
  std::thread worker(work);
  look();
  worker.join();
  return empty() ? 1 : 0;
}

// CHECK: {{^}}{{.*}}after-join-or-locked.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'items': written here while another thread may read it at {{.*}}after-join-or-locked.cpp:[[#@LINE-18]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}after-join-or-locked.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}after-join-or-locked.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}after-join-or-locked.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the main thread reaches the read through 'main' -> 'empty'{{$}}
// CHECK: {{^}}{{.*}}after-join-or-locked.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}after-join-or-locked.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 2 do){{$}}
