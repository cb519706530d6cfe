// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both may find it free.
#include <atomic>
#include <thread>
static std::atomic<bool> taken;
static int winner;
static void run() {
  if (!taken.load())
    ++winner;
}
int main() {
  std::thread first(run), second(run);
  first.join();
  second.join();
  return winner;
}

// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'winner': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}claim.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: guard 'winner' with a mutex, or make it atomic{{$}}
