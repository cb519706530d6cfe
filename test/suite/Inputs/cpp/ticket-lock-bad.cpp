// The ticket lock waits until its number is called, but draws the number
// without an atomic step.
#include <atomic>
#include <thread>

class TicketLock {
public:
  void lock() {
    unsigned mine = next.load(); // RACE
    next.store(mine + 1);        // RACE
    while (serving.load(std::memory_order_acquire) < mine)
      std::this_thread::yield();
  }
  void unlock() {
    unsigned mine = serving.load(std::memory_order_relaxed);
    serving.store(mine + 1, std::memory_order_release);
  }

private:
  std::atomic<unsigned> next{0};
  std::atomic<unsigned> serving{0};
};

static TicketLock counterLock;
static long customers = 0;

static void queueUp() {
  for (int i = 0; i < 200; ++i) {
    counterLock.lock();
    ++customers; // RACE
    counterLock.unlock();
  }
}

int main() {
  std::thread a(queueUp), b(queueUp);
  a.join();
  b.join();
  return customers <= 400 ? 0 : 1;
}
