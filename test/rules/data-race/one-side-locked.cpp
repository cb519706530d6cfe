// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The reader holds no lock.
#include <mutex>
#include <thread>
static std::mutex mu;
static int hits, seen;

static void count() {
  std::lock_guard<std::mutex> hold(mu);
  ++hits;
}
int main() {
  std::thread worker(count);
  seen = hits;
  worker.join();
}

// CHECK: {{^}}{{.*}}one-side-locked.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: data race on 'hits': written here while another thread may read it at {{.*}}one-side-locked.cpp:[[#@LINE-4]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}one-side-locked.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}one-side-locked.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}one-side-locked.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}one-side-locked.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}one-side-locked.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 2 do), or make 'hits' atomic{{$}}
