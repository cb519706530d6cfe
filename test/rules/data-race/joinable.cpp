// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Joined on one of two ways.
#include <thread>
static int result;
int main(int argc, char **) {
  std::thread worker([] { result = 42; });
  if (argc > 1)
    worker.join();
  return result;
}

// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'result': written here while another thread may read it at {{.*}}joinable.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: guard 'result' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'worker' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}joinable.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
