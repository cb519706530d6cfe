// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Five threads go through the table with a stride of four.
#include <array>
#include <thread>

constexpr unsigned Threads = 5;
constexpr unsigned Stride = Threads - 1;
static std::array<unsigned, 200> table;

static void fill(unsigned first) {
  for (unsigned i = first; i < table.size(); i += Stride)
    table[i] = first;
}

int main() {
  std::thread team[Threads];
  for (unsigned t = 0; t < Threads; ++t)
    team[t] = std::thread(fill, t);
  for (std::thread &one : team)
    one.join();
}

// CHECK: {{^}}{{.*}}stride-too-short.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'table[...]': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}stride-too-short.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}stride-too-short.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}stride-too-short.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: for example, both get to element [4]{{$}}
// CHECK: {{^}}{{.*}}stride-too-short.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: guard 'table[...]' with a mutex{{$}}
