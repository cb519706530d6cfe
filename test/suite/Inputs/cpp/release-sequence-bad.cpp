// Another thread's relaxed store comes between release and acquire, and the
// acquire load reads that one.
#include <atomic>
#include <thread>

static int data = 0;
static std::atomic<int> state{0};

static void produce() {
  data = 99; // RACE
  state.store(1, std::memory_order_release);
}

static void advance() {
  while (state.load(std::memory_order_relaxed) == 0)
    std::this_thread::yield();
  state.store(2, std::memory_order_relaxed); // RACE
}

static int consume() {
  while (state.load(std::memory_order_acquire) < 2)
    std::this_thread::yield();
  return data; // RACE
}

int main() {
  std::thread a(produce), b(advance);
  int seen = consume();
  a.join();
  b.join();
  return seen <= 99 ? 0 : 1;
}
