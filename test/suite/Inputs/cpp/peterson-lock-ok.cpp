// Peterson's algorithm with sequentially consistent atomics excludes the two
// threads.
#include <atomic>
#include <thread>

static std::atomic<bool> wants[2];
static std::atomic<int> turn{0};
static int shared = 0;

static constexpr std::memory_order Order = std::memory_order_seq_cst;

static void run(int self) {
  for (int i = 0; i < 200; ++i) {
    wants[self].store(true, Order);
    turn.store(1 - self, Order);
    while (wants[1 - self].load(Order) && turn.load(Order) == 1 - self)
      std::this_thread::yield();
    ++shared;
    wants[self].store(false, Order);
  }
}

int main() {
  std::thread a(run, 0), b(run, 1);
  a.join();
  b.join();
  return shared <= 400 ? 0 : 1;
}
