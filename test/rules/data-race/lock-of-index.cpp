// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A slot is guarded by the lock of its index, and the next one is changed
// under that as well.
#include <cstddef>
#include <mutex>
#include <random>
#include <thread>
static std::mutex locks[9];
static long slots[9];
static void add(std::size_t i) {
  std::lock_guard<std::mutex> lock(locks[i]);
  slots[i] += 1;
}
static void carry(std::size_t i) {
  std::lock_guard<std::mutex> lock(locks[i]);
  slots[i + 1] += 1;
}
static void work(unsigned seed) {
  std::minstd_rand next(seed);
  for (int round = 0; round < 1000; ++round) {
    add(next() % 8);
    carry(next() % 8);
  }
}
int main() {
  std::thread a(work, 1), b(work, 2);
  a.join();
  b.join();
  return slots[0];
}

// CHECK: {{^}}{{.*}}lock-of-index.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: data race on 'slots[...]': written here while another thread may write it at {{.*}}lock-of-index.cpp:[[#@LINE-16]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-of-index.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through 'work' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}lock-of-index.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the write holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}lock-of-index.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through 'work' -> 'carry'{{$}}
// CHECK: {{^}}{{.*}}lock-of-index.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}lock-of-index.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: hold 'locks' at every access (2 of 3 do){{$}}
