// An observer is registered without the lock while another thread notifies the
// list.
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

class Signal {
public:
  void connect(std::function<void(int)> observer) {
    observers.push_back(std::move(observer)); // RACE
  }
  void notify(int value) {
    std::vector<std::function<void(int)>> current;
    {
      std::lock_guard<std::mutex> hold(lock);
      current = observers; // RACE
    }
    for (auto &observer : current)
      observer(value);
  }

private:
  std::mutex lock;
  std::vector<std::function<void(int)>> observers;
};

int main() {
  Signal temperature;
  std::thread sensor([&] {
    for (int i = 0; i < 50; ++i)
      temperature.notify(i);
  });
  for (int i = 0; i < 20; ++i)
    temperature.connect([](int) {});
  sensor.join();
}
