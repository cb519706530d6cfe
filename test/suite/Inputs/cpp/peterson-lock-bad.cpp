// Peterson's algorithm with relaxed atomics: both threads can see the other's
// flag as false.
#include <atomic>
#include <thread>

static std::atomic<bool> wants[2];
static std::atomic<int> turn{0};
static int shared = 0;

static constexpr std::memory_order Order = std::memory_order_relaxed;

static void run(int self) {
  for (int i = 0; i < 200; ++i) {
    wants[self].store(true, Order);                                     // RACE
    turn.store(1 - self, Order);                                        // RACE
    while (wants[1 - self].load(Order) && turn.load(Order) == 1 - self) // RACE
      std::this_thread::yield();
    ++shared;                        // RACE
    wants[self].store(false, Order); // RACE
  }
}

int main() {
  std::thread a(run, 0), b(run, 1);
  a.join();
  b.join();
  return shared <= 400 ? 0 : 1;
}
