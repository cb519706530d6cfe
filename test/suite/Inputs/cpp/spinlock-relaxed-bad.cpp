// The spin lock's flag is taken and cleared with relaxed order, so the lock
// orders nothing.
#include <atomic>
#include <mutex>
#include <thread>

class SpinLock {
public:
  void lock() {
    while (flag.test_and_set(std::memory_order_relaxed)) // RACE
      std::this_thread::yield();
  }
  void unlock() { flag.clear(std::memory_order_relaxed); } // RACE

private:
  std::atomic_flag flag = ATOMIC_FLAG_INIT;
};

static SpinLock spin;
static long ticks = 0;

static void tick() {
  for (int i = 0; i < 300; ++i) {
    std::lock_guard<SpinLock> hold(spin);
    ++ticks; // RACE
  }
}

int main() {
  std::thread a(tick), b(tick);
  a.join();
  b.join();
  return ticks > 600;
}
