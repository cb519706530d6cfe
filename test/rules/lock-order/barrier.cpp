// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Waits for the other thread with the lock that it takes before it arrives.
#include <barrier>
#include <mutex>
#include <thread>
std::mutex grid;
int cells;
void phase(std::barrier<> &sync) {
  std::lock_guard<std::mutex> g(grid);
  ++cells;
  sync.arrive_and_wait();
}
int main() {
  std::barrier<> sync(2);
  std::thread a([&] { phase(sync); });
  std::thread b([&] { phase(sync); });
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}barrier.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'grid' is held while waiting for 'sync', which is only notified after taking it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}barrier.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: a lambda in 'main' calls 'phase' here ...{{$}}
// CHECK: {{^}}{{.*}}barrier.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... which locks 'grid' here ...{{$}}
// CHECK: {{^}}{{.*}}barrier.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, waits for 'sync' here{{$}}
// CHECK: {{^}}{{.*}}barrier.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: a lambda in 'main' calls 'phase' ...{{$}}
// CHECK: {{^}}{{.*}}barrier.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... which locks 'grid' here ...{{$}}
// CHECK: {{^}}{{.*}}barrier.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: ... before it notifies 'sync' here{{$}}
// CHECK: {{^}}{{.*}}barrier.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: this runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}barrier.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: release 'grid' before waiting here{{$}}
