// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two threads use the same element of an array.
#include <thread>
int main() {
  int sums[2] = {0, 0};
  std::thread a([&] {
    for (int i = 0; i < 100; ++i)
      sums[0] += i;
  });
  std::thread b([&] {
    for (int i = 0; i < 100; ++i)
      sums[0] += i;
  });
  a.join();
  b.join();
  return sums[0] + sums[1];
}

// CHECK: {{^}}{{.*}}constant-element.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'sums[0]': written here while another thread may write it at {{.*}}constant-element.cpp:[[#@LINE-7]]:15 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}constant-element.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}constant-element.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}constant-element.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}constant-element.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}constant-element.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: guard 'sums[0]' with a mutex, or make it atomic{{$}}
