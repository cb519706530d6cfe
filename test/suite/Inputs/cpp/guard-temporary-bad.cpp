// The unnamed guard is destroyed at the end of its own statement, before the
// value is read.
#include <mutex>
#include <thread>

class Odometer {
public:
  void drive(long metres) {
    std::lock_guard<std::mutex> hold(lock);
    total += metres; // RACE
  }
  long metres() {
    std::lock_guard<std::mutex>{lock};
    return total; // RACE
  }

private:
  std::mutex lock;
  long total = 0;
};

int main() {
  Odometer car;
  std::thread driver([&car] {
    for (int i = 0; i < 100; ++i)
      car.drive(i);
  });
  long last = 0;
  for (int i = 0; i < 100; ++i)
    last = car.metres();
  driver.join();
  return last <= 4950 ? 0 : 1;
}
