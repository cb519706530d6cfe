// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Release fence before the store, acquire fence after the load.
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
  std::atomic_thread_fence(std::memory_order_release);
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
