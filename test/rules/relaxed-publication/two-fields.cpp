// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The reader has its acquire fence, but the writer lacks the release fence before the relaxed store.
#include <atomic>
#include <thread>

struct Frame {
  int w = 0, h = 0;
};

static Frame frame;
static std::atomic<int> version{0};

static void render() {
  frame.w = 640;
  frame.h = 480;
  version.store(1, std::memory_order_relaxed);
}

static int show() {
  if (version.load(std::memory_order_relaxed) != 1) return 0;
  std::atomic_thread_fence(std::memory_order_acquire);
  return frame.w * frame.h;
}

int main() {
  std::thread t(render);
  int area = show();
  t.join();
  return area < 0;
}

// CHECK: {{^}}{{.*}}two-fields.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'version' is set here in relaxed order, which does not publish 'frame.w' and 1 more to a thread that sees it set [fearless-relaxed-publication]{{$}}
// CHECK: {{^}}{{.*}}two-fields.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write of 'frame.w'{{$}}
// CHECK: {{^}}{{.*}}two-fields.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the write of 'frame.w' holds no lock{{$}}
// CHECK: {{^}}{{.*}}two-fields.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'version' is seen here{{$}}
// CHECK: {{^}}{{.*}}two-fields.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the main thread reaches the read of 'frame.w' through 'main' -> 'show'{{$}}
// CHECK: {{^}}{{.*}}two-fields.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the read of 'frame.w' holds no lock{{$}}
// CHECK: {{^}}{{.*}}two-fields.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: set 'version' with memory_order_release, and look at it with memory_order_acquire{{$}}
