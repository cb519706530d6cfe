// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The mapped threads are let go.
#include <map>
#include <mutex>
#include <string>
#include <thread>
static std::mutex mu;
static int total;
int main() {
  std::map<std::string, std::thread> workers;
  for (const char *name : {"a", "b"})
    workers[name] = std::thread([] {
      std::lock_guard<std::mutex> hold(mu);
      ++total;
    });
  for (auto &[name, worker] : workers)
    worker.detach();
  return total;
}

// CHECK: {{^}}{{.*}}threads-in-map.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may read it at {{.*}}threads-in-map.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}threads-in-map.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}threads-in-map.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}threads-in-map.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}threads-in-map.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}threads-in-map.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 2 do), or make 'total' atomic{{$}}
