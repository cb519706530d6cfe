// Another thread's relaxed read-modify-write stays in the release sequence: the
// acquire still synchronises.
#include <atomic>
#include <thread>

static int data = 0;
static std::atomic<int> state{0};

static void produce() {
  data = 99;
  state.store(1, std::memory_order_release);
}

static void advance() {
  while (state.load(std::memory_order_relaxed) == 0)
    std::this_thread::yield();
  state.fetch_add(1, std::memory_order_relaxed);
}

static int consume() {
  while (state.load(std::memory_order_acquire) < 2)
    std::this_thread::yield();
  return data;
}

int main() {
  std::thread a(produce), b(advance);
  int seen = consume();
  a.join();
  b.join();
  return seen <= 99 ? 0 : 1;
}
