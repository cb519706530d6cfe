// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A larger value may be overwritten by a smaller one.
#include <atomic>
#include <thread>

static std::atomic<int> Peak{0};

static void note(int Value) {
  if (Peak.load() < Value)
    Peak.store(Value);
}

int main() {
  std::thread First(note, 3);
  std::thread Second(note, 4);
  First.join();
  Second.join();
}

// CHECK: {{^}}{{.*}}atomic-maximum.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'Peak' may not be any more what the branch to here relies on, because another thread may write it in between: these are two atomic operations [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}atomic-maximum.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'note' reads 'Peak' here{{$}}
// CHECK: {{^}}{{.*}}atomic-maximum.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}atomic-maximum.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'note' writes 'Peak' here{{$}}
// CHECK: {{^}}{{.*}}atomic-maximum.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here may get in between{{$}}
// CHECK: {{^}}{{.*}}atomic-maximum.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: it writes 'Peak' here{{$}}
// CHECK: {{^}}{{.*}}atomic-maximum.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: make it one atomic operation: exchange, fetch_add, or a loop of compare_exchange_weak{{$}}
