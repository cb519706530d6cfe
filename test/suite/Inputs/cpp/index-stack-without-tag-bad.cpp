// A stack of indices is popped with compare-exchange on the bare index: an
// index may leave and come back.
#include <atomic>
#include <cstdint>
#include <thread>

static constexpr uint32_t None = 0xffff;
static std::atomic<uint32_t> nextOf[8];
static std::atomic<uint32_t> head{None};
static int payload[8];

static void push(uint32_t index) {
  uint32_t top = head.load();
  do
    nextOf[index] = top;
  while (!head.compare_exchange_weak(top, index));
}

static uint32_t pop() {
  uint32_t top = head.load();                                            // RACE
  while (top != None && !head.compare_exchange_weak(top, nextOf[top])) { // RACE
  }
  return top;
}

static void use() {
  for (int i = 0; i < 500; ++i) {
    uint32_t a = pop(), b = pop();
    if (a != None) {
      ++payload[a]; // RACE
      push(a);
    }
    if (b != None) {
      ++payload[b]; // RACE
      push(b);
    }
  }
}

int main() {
  for (uint32_t i = 0; i < 8; ++i)
    push(i);
  std::thread x(use), y(use);
  x.join();
  y.join();
}
