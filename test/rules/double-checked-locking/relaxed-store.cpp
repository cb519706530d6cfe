// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The pointer is atomic, but set in relaxed order: what it points to may come
// later.
#include <atomic>
#include <mutex>
#include <thread>
struct Config {
  int Limit = 0;
};
static std::mutex Mu;
static std::atomic<Config *> Instance;
static Config *get() {
  Config *Found = Instance.load(std::memory_order_acquire);
  if (!Found) {
    std::lock_guard<std::mutex> Guard(Mu);
    Found = Instance.load(std::memory_order_relaxed);
    if (!Found) {
      Found = new Config{7};
      Instance.store(Found, std::memory_order_relaxed);
    }
  }
  return Found;
}
int main() {
  std::thread A([] { get()->Limit; }), B([] { get()->Limit; });
  A.join();
  B.join();
}

// CHECK: {{^}}{{.*}}relaxed-store.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: double-checked locking: 'Instance' is set here in relaxed order, which does not publish what it stands for [fearless-double-checked-locking]{{$}}
// CHECK: {{^}}{{.*}}relaxed-store.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'get' looks at it here, without 'Mu'{{$}}
// CHECK: {{^}}{{.*}}relaxed-store.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: write runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}relaxed-store.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: read runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}relaxed-store.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: set 'Instance' with memory_order_release, and look at it with memory_order_acquire{{$}}
