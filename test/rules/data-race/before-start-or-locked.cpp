// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Main calls the helper without the lock when the thread runs already.
#include <mutex>
#include <thread>

static std::mutex mu;
static long n;

static void bump() { ++n; }

static void locked() {
  std::lock_guard<std::mutex> lock(mu);
  bump();
}

int main() {
  std::thread worker(locked);
  bump();
  locked();
  worker.join();
  return n == 3 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}before-start-or-locked.cpp:[[#@LINE-15]]:{{[0-9]+}}: warning: data race on 'n': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}before-start-or-locked.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'bump'{{$}}
// CHECK: {{^}}{{.*}}before-start-or-locked.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}before-start-or-locked.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write through 'locked' -> 'bump'{{$}}
// CHECK: {{^}}{{.*}}before-start-or-locked.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}before-start-or-locked.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 2 do), or make 'n' atomic{{$}}
