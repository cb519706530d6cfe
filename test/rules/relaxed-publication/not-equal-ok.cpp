// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The state is stored with release and loaded with acquire; the reader leaves unless it is DONE.
#include <atomic>
#include <thread>

static constexpr int DONE = 2;
static int value = 0;
static std::atomic<int> state{0};

static int peek() {
  if (state.load(std::memory_order_acquire) != DONE) return -1;
  return value;
}

int main() {
  std::thread t([] {
    value = 5;
    state.store(DONE, std::memory_order_release);
  });
  int v = peek();
  t.join();
  return v > 5;
}
