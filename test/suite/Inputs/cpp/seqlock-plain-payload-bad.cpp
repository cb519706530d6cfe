// The sequence lock's reader copies plain fields while the writer may be
// changing them.
#include <atomic>
#include <thread>

class Position {
public:
  void move(int newX, int newY) {
    unsigned s = sequence.load(std::memory_order_relaxed);
    sequence.store(s + 1, std::memory_order_relaxed);
    std::atomic_thread_fence(std::memory_order_release);
    x = newX; // RACE
    y = newY; // RACE
    sequence.store(s + 2, std::memory_order_release);
  }

  int distance() const {
    for (;;) {
      unsigned before = sequence.load(std::memory_order_acquire);
      int cx = x; // RACE
      int cy = y; // RACE
      std::atomic_thread_fence(std::memory_order_acquire);
      if (before % 2 == 0 && before == sequence.load(std::memory_order_relaxed))
        return cx - cy;
    }
  }

private:
  std::atomic<unsigned> sequence{0};
  int x = 0;
  int y = 0;
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
