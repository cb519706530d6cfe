// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both threads go through all of one vector, by iterators.
#include <thread>
#include <vector>
static std::vector<int> Data(4);
static void add() {
  for (auto It = Data.begin(); It != Data.end(); ++It)
    *It += 1;
}
int main() {
  std::thread One(add);
  std::thread Two(add);
  One.join();
  Two.join();
}

// CHECK: {{^}}{{.*}}loop-by-iterator.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'Data[...]': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}loop-by-iterator.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}loop-by-iterator.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}loop-by-iterator.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}loop-by-iterator.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}loop-by-iterator.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: guard 'Data[...]' with a mutex{{$}}
