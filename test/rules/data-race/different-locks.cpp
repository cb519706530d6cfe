// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each side holds a lock, but not the same one.
#include <mutex>
#include <thread>
static std::mutex left, right;
static int hits;

static void one() {
  std::lock_guard<std::mutex> hold(left);
  ++hits;
}
static void two() {
  std::lock_guard<std::mutex> hold(right);
  ++hits;
}
int main() {
  std::thread first(one), second(two);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}different-locks.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'hits': written here while another thread may write it at {{.*}}different-locks.cpp:[[#@LINE-8]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}different-locks.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}different-locks.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds 'left'{{$}}
// CHECK: {{^}}{{.*}}different-locks.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}different-locks.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds 'right'{{$}}
// CHECK: {{^}}{{.*}}different-locks.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: hold 'left' at every access (1 of 2 do), or make 'hits' atomic{{$}}
