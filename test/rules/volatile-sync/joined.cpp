// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <thread>

static volatile int limit;
static volatile int result;

static void work() { result = limit; }

int main() {
  limit = 3;
  std::thread worker(work);
  int early = result;
  worker.join();
  return early;
}

// CHECK: {{^}}{{.*}}joined.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'result' is volatile, which does not order threads: written here while another thread may read it at {{.*}}joined.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-volatile-sync]{{$}}
// CHECK: {{^}}{{.*}}joined.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}joined.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}joined.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: make 'result' a std::atomic instead of volatile{{$}}
