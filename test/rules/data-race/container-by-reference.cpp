// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A container is filled through a reference while another thread reads it.
#include <mutex>
#include <thread>
#include <vector>
static void fill(std::vector<int> &out, std::mutex &mu) {
  for (int i = 0; i < 10; ++i) {
    out.push_back(i);
  }
}
int main() {
  std::vector<int> out;
  std::mutex mu;
  std::thread a(fill, std::ref(out), std::ref(mu)),
      b(fill, std::ref(out), std::ref(mu));
  a.join();
  b.join();
  return out.size();
}

// CHECK: {{^}}{{.*}}container-by-reference.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: data race on 'out': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}container-by-reference.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}container-by-reference.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}container-by-reference.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}container-by-reference.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}container-by-reference.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: guard 'out' with a mutex, or make it atomic{{$}}
