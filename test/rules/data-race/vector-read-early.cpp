// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The result is read before the workers are joined.
#include <mutex>
#include <thread>
#include <vector>
static std::mutex mu;
static int total;

static void add(int n) {
  std::lock_guard<std::mutex> hold(mu);
  total += n;
}
int main() {
  std::vector<std::thread> workers;
  for (int i = 0; i < 4; ++i)
    workers.emplace_back(add, i);
  int seen = total;
  for (std::thread &worker : workers)
    worker.join();
  return seen;
}

// CHECK: {{^}}{{.*}}vector-read-early.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may read it at {{.*}}vector-read-early.cpp:[[#@LINE-6]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}vector-read-early.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}vector-read-early.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}vector-read-early.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}vector-read-early.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}vector-read-early.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 2 do), or make 'total' atomic{{$}}
