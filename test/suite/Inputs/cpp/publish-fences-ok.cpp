// The release fence stands before the relaxed store, and the acquire fence
// after the load that saw it.
#include <atomic>
#include <thread>

static int payload[4];
static std::atomic<int> ready{0};

static void produce() {
  for (int i = 0; i < 4; ++i)
    payload[i] = i + 1;
  std::atomic_thread_fence(std::memory_order_release);
  ready.store(1, std::memory_order_relaxed);
}

static int consume() {
  while (ready.load(std::memory_order_relaxed) == 0)
    std::this_thread::yield();
  std::atomic_thread_fence(std::memory_order_acquire);
  int sum = 0;
  for (int value : payload)
    sum += value;
  return sum;
}

int main() {
  std::thread producer(produce);
  int sum = consume();
  producer.join();
  return sum == 10 ? 0 : 1;
}
