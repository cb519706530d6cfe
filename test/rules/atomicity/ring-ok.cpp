// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One producer and one consumer: each index has one writer.
#include <atomic>
#include <thread>

static int Ring[16];
static std::atomic<unsigned> Head{0}, Tail{0};

static bool push(int Value) {
  unsigned T = Tail.load(std::memory_order_relaxed);
  if (T - Head.load(std::memory_order_acquire) == 16)
    return false;
  Ring[T % 16] = Value;
  Tail.store(T + 1, std::memory_order_release);
  return true;
}

static bool pop(int &Value) {
  unsigned H = Head.load(std::memory_order_relaxed);
  if (H == Tail.load(std::memory_order_acquire))
    return false;
  Value = Ring[H % 16];
  Head.store(H + 1, std::memory_order_release);
  return true;
}

int main() {
  std::thread Producer([] { push(1); });
  std::thread Consumer([] {
    int Value;
    pop(Value);
  });
  Producer.join();
  Consumer.join();
}
