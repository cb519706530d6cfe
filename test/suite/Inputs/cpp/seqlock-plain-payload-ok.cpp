// The sequence lock's payload is atomic, so the reader's optimistic copy is not
// a race.
#include <atomic>
#include <thread>

class Position {
public:
  void move(int newX, int newY) {
    unsigned s = sequence.load(std::memory_order_relaxed);
    sequence.store(s + 1, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);
    x.store(newX, std::memory_order_relaxed);
    y.store(newY, std::memory_order_relaxed);
    sequence.store(s + 2, std::memory_order_release);
  }

  int distance() const {
    for (;;) {
      unsigned before = sequence.load(std::memory_order_acquire);
      int cx = x.load(std::memory_order_relaxed);
      int cy = y.load(std::memory_order_relaxed);
      std::atomic_thread_fence(std::memory_order_acquire);
      if (before % 2 == 0 && before == sequence.load(std::memory_order_relaxed))
        return cx - cy;
    }
  }

private:
  std::atomic<unsigned> sequence{0};
  std::atomic<int> x{0};
  std::atomic<int> y{0};
};

int main() {
  Position ship;
  std::thread pilot([&] {
    for (int i = 0; i < 500; ++i)
      ship.move(i, i);
  });
  int wrong = 0;
  for (int i = 0; i < 500; ++i)
    wrong += ship.distance() != 0;
  pilot.join();
  return wrong;
}
