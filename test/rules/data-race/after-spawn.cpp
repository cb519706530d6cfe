// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Written after the thread was started.
#include <thread>
static int limit, used;

static void run() { used = limit; }
int main() {
  std::thread worker(run);
  limit = 10;
  worker.join();
  return used;
}

// CHECK: {{^}}{{.*}}after-spawn.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'limit': written here while another thread may read it at {{.*}}after-spawn.cpp:[[#@LINE-8]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}after-spawn.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}after-spawn.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}after-spawn.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}after-spawn.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}after-spawn.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: guard 'limit' with a mutex, or make it atomic{{$}}
