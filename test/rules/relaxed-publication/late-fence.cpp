// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A release fence after the store, and an acquire fence before the load, order
// nothing for the other thread.
#include <atomic>
#include <thread>

static int payload;
static std::atomic<int> ready{0};

static void produce() {
  payload = 1;
  ready.store(1, std::memory_order_relaxed);
  std::atomic_thread_fence(std::memory_order_release);
}

static int consume() {
  while (ready.load(std::memory_order_relaxed) == 0)
    ;
  std::atomic_thread_fence(std::memory_order_acquire);
  return payload;
}

int main() {
  std::thread producer(produce);
  int seen = consume();
  producer.join();
  return seen;
}

// CHECK: {{^}}{{.*}}late-fence.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'ready' is set here in relaxed order, which does not publish 'payload' to a thread that sees it set [fearless-relaxed-publication]{{$}}
// CHECK: {{^}}{{.*}}late-fence.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write of 'payload'{{$}}
// CHECK: {{^}}{{.*}}late-fence.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the write of 'payload' holds no lock{{$}}
// CHECK: {{^}}{{.*}}late-fence.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'ready' is seen here{{$}}
// CHECK: {{^}}{{.*}}late-fence.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the main thread reaches the read of 'payload' through 'main' -> 'consume'{{$}}
// CHECK: {{^}}{{.*}}late-fence.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the read of 'payload' holds no lock{{$}}
// CHECK: {{^}}{{.*}}late-fence.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: set 'ready' with memory_order_release, and look at it with memory_order_acquire{{$}}
