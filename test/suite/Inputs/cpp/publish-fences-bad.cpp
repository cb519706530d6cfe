// The release fence stands after the relaxed store, where it orders nothing for
// the reader.
#include <atomic>
#include <thread>

static int payload[4];
static std::atomic<int> ready{0};

static void produce() {
  for (int i = 0; i < 4; ++i)
    payload[i] = i + 1;                      // RACE
  ready.store(1, std::memory_order_relaxed); // RACE
  std::atomic_thread_fence(std::memory_order_release);
}

static int consume() {
  while (ready.load(std::memory_order_relaxed) == 0) // RACE
    std::this_thread::yield();
  std::atomic_thread_fence(std::memory_order_acquire);
  int sum = 0;
  for (int value : payload) // RACE
    sum += value;           // RACE
  return sum;
}

int main() {
  std::thread producer(produce);
  int sum = consume();
  producer.join();
  return sum == 10 ? 0 : 1;
}
