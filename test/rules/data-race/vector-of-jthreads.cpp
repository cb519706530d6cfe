// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// They are joined at the end of the scope, after the read.
#include <mutex>
#include <thread>
#include <vector>
static std::mutex mu;
static int total;
int main() {
  std::vector<std::jthread> workers;
  for (int i = 0; i < 3; ++i)
    workers.emplace_back([] {
      std::lock_guard<std::mutex> hold(mu);
      ++total;
    });
  workers.shrink_to_fit();
  return total;
}

// CHECK: {{^}}{{.*}}vector-of-jthreads.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may read it at {{.*}}vector-of-jthreads.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}vector-of-jthreads.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}vector-of-jthreads.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}vector-of-jthreads.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}vector-of-jthreads.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}vector-of-jthreads.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 2 do), or make 'total' atomic{{$}}
