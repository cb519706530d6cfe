// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each worker changes the first element, whatever index it was given.
#include <cstddef>
#include <thread>
#include <vector>
static std::vector<long> sums(4);
static void work(std::size_t me, long count) {
  for (long i = me; i < count; i += 4)
    sums[0] += i;
}
int main() {
  std::vector<std::thread> workers;
  for (std::size_t me = 0; me < 4; ++me)
    workers.emplace_back(work, me, 1000);
  for (auto &worker : workers)
    worker.join();
  return sums[0] != 0;
}

// CHECK: {{^}}{{.*}}own-element-by-index.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'sums[0]': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}own-element-by-index.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}own-element-by-index.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-element-by-index.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: guard 'sums[0]' with a mutex{{$}}
