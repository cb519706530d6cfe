// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Let go by an algorithm.
#include <algorithm>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>
static std::mutex mu;
static int total;
int main() {
  std::vector<std::unique_ptr<std::thread>> workers;
  for (int i = 0; i < 3; ++i)
    workers.push_back(std::make_unique<std::thread>([] {
      std::lock_guard<std::mutex> hold(mu);
      ++total;
    }));
  std::for_each(workers.begin(), workers.end(),
                [](std::unique_ptr<std::thread> &t) { t->detach(); });
  return total;
}

// CHECK: {{^}}{{.*}}for-each-join.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may read it at {{.*}}for-each-join.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}for-each-join.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}for-each-join.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}for-each-join.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}for-each-join.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}for-each-join.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 2 do), or make 'total' atomic{{$}}
