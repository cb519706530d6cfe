// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both threads go through all of one array; its iterators are pointers.
#include <array>
#include <thread>
static std::array<int, 4> Data;
static void add() {
  for (int &N : Data)
    N += 1;
}
int main() {
  std::thread One(add);
  std::thread Two(add);
  One.join();
  Two.join();
}

// CHECK: {{^}}{{.*}}loop-over-array.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'Data[...]': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}loop-over-array.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}loop-over-array.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}loop-over-array.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}loop-over-array.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}loop-over-array.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: guard 'Data[...]' with a mutex{{$}}
