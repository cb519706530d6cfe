// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both handlers may run at once on a pool.
#include "Inputs/asio.h"
int main() {
  int Count = 0;
  asio::thread_pool Pool(2);
  asio::post(Pool, [&] { ++Count; });
  asio::post(Pool, [&] { ++Count; });
  Pool.join();
  return Count;
}

// CHECK: {{^}}{{.*}}asio-pool.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'Count': written here while another thread may write it at {{.*}}asio-pool.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}asio-pool.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}asio-pool.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}asio-pool.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}asio-pool.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}asio-pool.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: guard 'Count' with a mutex, or make it atomic{{$}}
