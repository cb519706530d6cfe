// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The parallel for_each appends to one vector from all its threads.
#include <algorithm>
#include <execution>
#include <vector>

int main() {
  std::vector<int> v(500, 2);
  std::vector<int> doubled;
  std::for_each(std::execution::par, v.begin(), v.end(), [&doubled](int x) {
    doubled.push_back(x * 2);
  });
  return doubled.size() != 500;
}

// CHECK: {{^}}{{.*}}parallel-slots.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'doubled': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}parallel-slots.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}parallel-slots.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}parallel-slots.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: guard 'doubled' with a mutex, or make it atomic{{$}}
