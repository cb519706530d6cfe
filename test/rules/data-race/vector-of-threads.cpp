// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One function on many threads races with itself.
#include <thread>
#include <vector>
static int total;

static void add(int n) {
  total += n;
}
int main() {
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back(add, i);
  for (std::thread &worker : workers)
    worker.join();
  return total;
}

// CHECK: {{^}}{{.*}}vector-of-threads.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}vector-of-threads.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}vector-of-threads.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}vector-of-threads.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: guard 'total' with a mutex, or make it atomic{{$}}
