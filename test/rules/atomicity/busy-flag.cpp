// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two threads may both find it idle, and work at once.
#include <atomic>
#include <thread>

static std::atomic<bool> Busy{false};
static std::atomic<int> Runs{0};

static void run() {
  if (!Busy.load()) {
    Busy.store(true);
    ++Runs;
    Busy.store(false);
  }
}

int main() {
  std::thread First(run);
  std::thread Second(run);
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}busy-flag.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Busy' may not be any more what the branch to here relies on, because another thread may write it in between: these are two atomic operations [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}busy-flag.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'run' reads 'Busy' here{{$}}
// CHECK: {{^}}{{.*}}busy-flag.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}busy-flag.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'run' writes 'Busy' here{{$}}
// CHECK: {{^}}{{.*}}busy-flag.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here may get in between{{$}}
// CHECK: {{^}}{{.*}}busy-flag.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: it writes 'Busy' here{{$}}
// CHECK: {{^}}{{.*}}busy-flag.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: make it one atomic operation: exchange, fetch_add, or a loop of compare_exchange_weak{{$}}
