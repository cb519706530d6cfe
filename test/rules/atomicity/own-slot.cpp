// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two threads count in one slot.
#include <atomic>
#include <thread>
#include <vector>

static std::atomic<long> hits[4];

static void work(int id) {
  for (int i = 0; i < 100; ++i)
    hits[id & 1].store(hits[id & 1].load() + 1);
}

int main() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back(work, i);
  for (auto &t : threads)
    t.join();
  return hits[0] + hits[1] == 200 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}own-slot.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'hits' is written back from a value that was read before, and loses what another thread writes in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}own-slot.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'work' reads 'hits' here{{$}}
// CHECK: {{^}}{{.*}}own-slot.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'work' writes 'hits' here{{$}}
// CHECK: {{^}}{{.*}}own-slot.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: another of the threads started here may get in between{{$}}
// CHECK: {{^}}{{.*}}own-slot.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: it writes 'hits' here{{$}}
// CHECK: {{^}}{{.*}}own-slot.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: make it one atomic operation: exchange, fetch_add, or a loop of compare_exchange_weak{{$}}
