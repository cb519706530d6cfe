// The ticket lock draws its number with fetch_add and waits until it is called.
#include <atomic>
#include <thread>

class TicketLock {
public:
  void lock() {
    unsigned mine = next.fetch_add(1, std::memory_order_relaxed);
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
    ++customers;
    counterLock.unlock();
  }
}

int main() {
  std::thread a(queueUp), b(queueUp);
  a.join();
  b.join();
  return customers <= 400 ? 0 : 1;
}
