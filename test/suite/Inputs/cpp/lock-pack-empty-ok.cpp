// The variadic helper locks the mutexes it is given, and every caller gives it
// the right one.
#include <mutex>
#include <thread>

template <class Action, class... Mutexes>
static void locked(Action action, Mutexes &...mutexes) {
  [[maybe_unused]] std::scoped_lock hold(mutexes...);
  action();
}

class Quota {
public:
  void take(int amount) {
    auto action = [this, amount] {
      if (left >= amount)
        left -= amount;
    };
    locked(action, lock);
  }
  void refill(int amount) {
    locked([this, amount] { left += amount; }, lock);
  }
  int remaining() const { return left; }

private:
  std::mutex lock;
  int left = 50;
};

int main() {
  Quota disk;
  std::thread user([&disk] {
    for (int i = 0; i < 100; ++i)
      disk.take(1);
  });
  for (int i = 0; i < 100; ++i)
    disk.refill(1);
  user.join();
  return disk.remaining() >= 50 ? 0 : 1;
}
