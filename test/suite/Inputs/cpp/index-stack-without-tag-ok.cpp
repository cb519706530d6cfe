// The head carries a tag that changes with every operation, so a returned index
// is not mistaken.
#include <atomic>
#include <cstdint>
#include <thread>

static constexpr uint32_t None = 0xffff;
static std::atomic<uint32_t> nextOf[8];
static std::atomic<uint64_t> head{None};
static int payload[8];

static void push(uint32_t index) {
  uint64_t top = head.load(), fresh;
  do {
    nextOf[index] = static_cast<uint32_t>(top);
    fresh = ((top >> 32) + 1) << 32 | index;
  } while (!head.compare_exchange_weak(top, fresh));
}

static uint32_t pop() {
  uint64_t top = head.load();
  for (;;) {
    uint32_t index = static_cast<uint32_t>(top);
    if (index == None)
      return None;
    uint64_t fresh = ((top >> 32) + 1) << 32 | nextOf[index];
    if (head.compare_exchange_weak(top, fresh))
      return index;
  }
}

static void use() {
  for (int i = 0; i < 500; ++i) {
    uint32_t a = pop(), b = pop();
    if (a != None) {
      ++payload[a];
      push(a);
    }
    if (b != None) {
      ++payload[b];
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
