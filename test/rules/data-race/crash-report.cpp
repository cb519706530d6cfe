// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What a thread does and then goes on is part of its life.
#include <cstdio>
#include <cstdlib>
#include <thread>
static int requests;

static void report() { std::printf("%d requests\n", requests); }

static void check(bool good) {
  if (!good) {
    report();
    std::puts("bad");
  }
}

static void serve() { check(std::rand() >= 0); }

int main() {
  std::thread server(serve);
  ++requests;
  server.join();
}

// CHECK: {{^}}{{.*}}crash-report.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: data race on 'requests': written here while another thread may read it at {{.*}}crash-report.cpp:8:53 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}crash-report.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}crash-report.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}crash-report.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the read through 'serve' -> 'check' -> 'report'{{$}}
// CHECK: {{^}}{{.*}}crash-report.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}crash-report.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: guard 'requests' with a mutex, or make it atomic{{$}}
