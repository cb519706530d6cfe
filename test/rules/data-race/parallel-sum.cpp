// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// std::for_each with execution::par adds to one plain captured variable.
#include <algorithm>
#include <atomic>
#include <execution>
#include <vector>

int main() {
  std::vector<int> v(1000, 2);
  long sum = 0;
  std::for_each(std::execution::par, v.begin(), v.end(), [&sum](int &x) {
    x += 1;
    sum += x;
  });
  return sum == 3000 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}parallel-sum.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'sum': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}parallel-sum.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}parallel-sum.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}parallel-sum.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: guard 'sum' with a mutex, or make it atomic{{$}}
