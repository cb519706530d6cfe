// The producer advances the write index with a release store, which publishes
// the slot.
#include <atomic>
#include <string>
#include <thread>

static constexpr unsigned Capacity = 8;
static std::string slots[Capacity];
static std::atomic<unsigned> written{0};
static std::atomic<unsigned> consumed{0};

static void produce() {
  for (unsigned n = 0; n < 200; ++n) {
    while (n - consumed.load(std::memory_order_acquire) == Capacity)
      std::this_thread::yield();
    slots[n % Capacity] = std::to_string(n);
    written.store(n + 1, std::memory_order_release);
  }
}

static size_t consume() {
  size_t length = 0;
  for (unsigned n = 0; n < 200; ++n) {
    while (written.load(std::memory_order_acquire) == n)
      std::this_thread::yield();
    length += slots[n % Capacity].size();
    consumed.store(n + 1, std::memory_order_release);
  }
  return length;
}

int main() {
  std::thread producer(produce);
  size_t length = consume();
  producer.join();
  return length == 490 ? 0 : 1;
}
