// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A thread that another thread starts runs beside what ran when that one was
// started.
#include <thread>

int data;

void first() { data = 1; }

void inner() { data = 2; }

void outer() {
  std::thread i(inner);
  i.join();
}

int main() {
  std::thread f(first);
  std::thread o(outer);
  o.join();
  f.join();
}

// CHECK: {{^}}{{.*}}nested-start.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'data': written here while another thread may write it at {{.*}}nested-start.cpp:[[#@LINE-14]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}nested-start.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}nested-start.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}nested-start.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}nested-start.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}nested-start.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: guard 'data' with a mutex, or make it atomic{{$}}
