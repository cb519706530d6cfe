// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Who waits for a thread does not wait for those that it has started and left.
#include <thread>
int seen, own;
void inner() { seen = 2; }
void outer() {
  own = 1;
  std::thread(inner).detach();
}
int main() {
  std::thread first(outer);
  first.join();
  return seen + own;
}

// CHECK: {{^}}{{.*}}left-behind.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'seen': written here while another thread may read it at {{.*}}left-behind.cpp:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}left-behind.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}left-behind.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}left-behind.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}left-behind.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}left-behind.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: guard 'seen' with a mutex, or make it atomic{{$}}
