// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The look without the lock does not acquire.
#include <atomic>
#include <mutex>
#include <thread>
static std::mutex Mu;
static std::atomic<bool> Ready;
static int Table[16];
static int lookUp(int I) {
  if (!Ready.load(std::memory_order_relaxed)) {
    std::lock_guard<std::mutex> Guard(Mu);
    if (!Ready.load(std::memory_order_relaxed)) {
      for (int J = 0; J < 16; ++J)
        Table[J] = J * J;
      Ready.store(true, std::memory_order_release);
    }
  }
  return Table[I];
}
int main() {
  std::thread A([] { lookUp(1); }), B([] { lookUp(2); });
  A.join();
  B.join();
}

// CHECK: {{^}}{{.*}}relaxed-load.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: double-checked locking: 'Ready' is looked at here in relaxed order, so what it stands for may not be seen [fearless-double-checked-locking]{{$}}
// CHECK: {{^}}{{.*}}relaxed-load.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'lookUp' sets it here, under 'Mu'{{$}}
// CHECK: {{^}}{{.*}}relaxed-load.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: write runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}relaxed-load.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: read runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}relaxed-load.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: set 'Ready' with memory_order_release, and look at it with memory_order_acquire{{$}}
