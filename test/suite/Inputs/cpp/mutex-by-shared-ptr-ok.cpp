// Both users of the meter are given the same mutex through a shared_ptr.
#include <memory>
#include <mutex>
#include <thread>

using MutexPtr = std::shared_ptr<std::mutex>;

class Feeder {
public:
  Feeder(double &m, MutexPtr l) : meter(m), lock(std::move(l)) {}
  void feed(double amount) {
    std::lock_guard<std::mutex> hold(*lock);
    meter += amount;
  }

private:
  double &meter;
  MutexPtr lock;
};

int main() {
  double meter = 0;
  MutexPtr lock = std::make_shared<std::mutex>();
  Feeder solar(meter, lock), grid(meter, lock);
  std::thread day([&solar] {
    for (int i = 0; i < 100; ++i)
      solar.feed(0.5);
  });
  for (int i = 0; i < 100; ++i)
    grid.feed(-0.5);
  day.join();
  return meter == 0 ? 0 : 1;
}
