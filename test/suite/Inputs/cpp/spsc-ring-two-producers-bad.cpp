// A single-producer ring buffer is filled by two producers.
#include <atomic>
#include <cstdio>
#include <thread>

class Ring {
public:
  bool push(int value) {
    unsigned tail = writeAt.load(std::memory_order_relaxed);
    if (tail - readAt.load(std::memory_order_acquire) == Capacity)
      return false;
    slots[tail % Capacity] = value;                     // RACE
    writeAt.store(tail + 1, std::memory_order_release); // RACE
    return true;
  }

  bool pop(int &value) {
    unsigned head = readAt.load(std::memory_order_relaxed);
    if (head == writeAt.load(std::memory_order_acquire))
      return false;
    value = slots[head % Capacity]; // RACE
    readAt.store(head + 1, std::memory_order_release);
    return true;
  }

private:
  static constexpr unsigned Capacity = 16;
  int slots[Capacity] = {};
  std::atomic<unsigned> writeAt{0}, readAt{0};
};

static Ring ring;
static std::atomic<int> producersLeft{2};

static void produce(int base) {
  for (int i = 0; i < 100; ++i)
    while (!ring.push(base + i))
      std::this_thread::yield();
  producersLeft.fetch_sub(1);
}

static void consume() {
  int value, sum = 0;
  for (;;) {
    bool finished = producersLeft.load() == 0;
    if (ring.pop(value))
      sum += value;
    else if (finished)
      break;
  }
  std::printf("%d\n", sum);
}

int main() {
  std::thread first(produce, 0);
  std::thread second(produce, 1000);
  std::thread reader(consume);
  first.join();
  second.join();
  reader.join();
}
