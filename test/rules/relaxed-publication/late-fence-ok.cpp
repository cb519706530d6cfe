// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The fences stand between the data and the flag.
#include <atomic>
#include <thread>

static int payload;
static std::atomic<int> ready{0};

static void produce() {
  payload = 1;
  std::atomic_thread_fence(std::memory_order_release);
  ready.store(1, std::memory_order_relaxed);
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
