// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What atexit() is given runs beside the threads that main has left running.
#include <cstdlib>
#include <thread>

static long requests, shown;

static void report() { shown = requests; }

int main() {
  std::atexit(report);
  std::thread([] { ++requests; }).detach();
  return 0;
}

// CHECK: {{^}}{{.*}}at-exit.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'requests': written here while another thread may read it at {{.*}}at-exit.cpp:[[#@LINE-8]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}at-exit.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}at-exit.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}at-exit.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: an exit handler reaches the read{{$}}
// CHECK: {{^}}{{.*}}at-exit.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}at-exit.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: guard 'requests' with a mutex, or make it atomic{{$}}
