// operator= locks its own mutex but reads the other object's fields without the
// other's.
#include <mutex>
#include <thread>

class Settings {
public:
  Settings &operator=(const Settings &other) {
    if (this == &other)
      return *this;
    std::lock_guard<std::mutex> hold(lock);
    volume = other.volume;   // RACE
    balance = other.balance; // RACE
    return *this;
  }
  void set(int newVolume, int newBalance) {
    std::lock_guard<std::mutex> hold(lock);
    volume = newVolume;   // RACE
    balance = newBalance; // RACE
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
