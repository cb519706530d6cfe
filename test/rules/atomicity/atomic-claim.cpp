// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both threads may find it free.
#include <atomic>
#include <thread>

static std::atomic<int> Owner{0};

static bool claim(int Me) {
  if (Owner.load() == 0) {
    Owner.store(Me);
    return true;
  }
  return false;
}

int main() {
  std::thread First([] { claim(1); });
  std::thread Second([] { claim(2); });
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}atomic-claim.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Owner' may not be any more what the branch to here relies on, because another thread may write it in between: these are two atomic operations [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}atomic-claim.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'claim' reads 'Owner' here{{$}}
// CHECK: {{^}}{{.*}}atomic-claim.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}atomic-claim.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'claim' writes 'Owner' here{{$}}
// CHECK: {{^}}{{.*}}atomic-claim.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here may get in between, through a lambda in 'main' -> 'claim'{{$}}
// CHECK: {{^}}{{.*}}atomic-claim.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: it writes 'Owner' here{{$}}
// CHECK: {{^}}{{.*}}atomic-claim.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: make it one atomic operation: exchange, fetch_add, or a loop of compare_exchange_weak{{$}}
