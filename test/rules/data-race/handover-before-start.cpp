// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread that starts another does not wait: neither knows anything.
#include <atomic>
#include <thread>

int data;
std::atomic<bool> ready;

void inner() { ++data; }

void start() {
  std::thread t(inner);
  t.join();
}

void outer() {
  if (ready)
    return;
  start();
}

int main() {
  std::thread o(outer);
  data = 1;
  ready = true;
  o.join();
}

// CHECK: {{^}}{{.*}}handover-before-start.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: data race on 'data': written here while another thread may write it at {{.*}}handover-before-start.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}handover-before-start.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}handover-before-start.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}handover-before-start.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}handover-before-start.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}handover-before-start.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: guard 'data' with a mutex, or make it atomic{{$}}
