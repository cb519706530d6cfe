// Two threads run the same member function bound to the same meter.
#include <functional>
#include <thread>

class Meter {
public:
  void feed(int amount, int times) {
    for (int i = 0; i < times; ++i)
      sum += amount; // RACE
  }
  long total() const { return sum; }

private:
  long sum = 0;
};

int main() {
  Meter water, power;
  using namespace std::placeholders;
  std::function<void(int)> first = std::bind(&Meter::feed, &water, 2, _1);
  std::function<void(int)> second = std::bind(&Meter::feed, &water, 3, _1);
  std::thread a(first, 100), b(second, 200);
  a.join();
  b.join();
  return water.total() + power.total() == 800 ? 0 : 1;
}
