// operator= locks both objects at once.
#include <mutex>
#include <thread>

class Settings {
public:
  Settings &operator=(const Settings &other) {
    if (this == &other)
      return *this;
    std::scoped_lock hold(lock, other.lock);
    volume = other.volume;
    balance = other.balance;
    return *this;
  }
  void set(int newVolume, int newBalance) {
    std::lock_guard<std::mutex> hold(lock);
    volume = newVolume;
    balance = newBalance;
  }

private:
  mutable std::mutex lock;
  int volume = 5;
  int balance = 0;
};

int main() {
  Settings live, saved;
  std::thread knob([&live] {
    for (int i = 0; i < 100; ++i)
      live.set(i, -i);
  });
  for (int i = 0; i < 100; ++i)
    saved = live;
  knob.join();
}
