// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The state is stored relaxed, so the plain value is not published to the reader.
#include <atomic>
#include <thread>

static constexpr int DONE = 2;
static int value = 0;
static std::atomic<int> state{0};

static int peek() {
  if (state.load(std::memory_order_relaxed) != DONE) return -1;
  return value;
}

int main() {
  std::thread t([] {
    value = 5;
    state.store(DONE, std::memory_order_relaxed);
  });
  int v = peek();
  t.join();
  return v > 5;
}

// CHECK: {{^}}{{.*}}not-equal.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: 'state' is set here in relaxed order, which does not publish 'value' to a thread that sees it set [fearless-relaxed-publication]{{$}}
// CHECK: {{^}}{{.*}}not-equal.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write of 'value'{{$}}
// CHECK: {{^}}{{.*}}not-equal.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write of 'value' holds no lock{{$}}
// CHECK: {{^}}{{.*}}not-equal.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'state' is seen here, in relaxed order{{$}}
// CHECK: {{^}}{{.*}}not-equal.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the main thread reaches the read of 'value' through 'main' -> 'peek'{{$}}
// CHECK: {{^}}{{.*}}not-equal.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the read of 'value' holds no lock{{$}}
// CHECK: {{^}}{{.*}}not-equal.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: set 'state' with memory_order_release, and look at it with memory_order_acquire{{$}}
