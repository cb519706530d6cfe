// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both threads go through all of one vector, by index.
#include <thread>
#include <vector>
int main() {
  std::vector<int> Data(4);
  std::thread One([&] {
    for (int I = 0; I < 4; ++I)
      Data[I] += 1;
  });
  std::thread Two([&] {
    for (int I = 0; I < 4; ++I)
      Data[I] *= 2;
  });
  One.join();
  Two.join();
}

// CHECK: {{^}}{{.*}}loop-over-vector.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: data race on 'Data[...]': written here while another thread may write it at {{.*}}loop-over-vector.cpp:[[#@LINE-6]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}loop-over-vector.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}loop-over-vector.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}loop-over-vector.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}loop-over-vector.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}loop-over-vector.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: guard 'Data[...]' with a mutex, or make it atomic{{$}}
