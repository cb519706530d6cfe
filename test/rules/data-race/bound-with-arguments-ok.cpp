// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread feeds a meter of its own; and a member function that is bound to
// nothing gets its object with the arguments.
#include <functional>
#include <thread>

class Meter {
public:
  void feed(int amount, int times) {
    for (int i = 0; i < times; ++i)
      sum += amount;
  }
  long total() const { return sum; }

private:
  long sum = 0;
};

int main() {
  using namespace std::placeholders;
  Meter power, water, gas;
  std::function<void(int)> feed = std::bind(&Meter::feed, &power, 3, _1);
  std::function<void(Meter &, int, int)> any = &Meter::feed;
  std::thread a(feed, 200), b(&Meter::feed, &water, 3, 100);
  std::thread c(any, std::ref(gas), 2, 50);
  a.join();
  long seen = power.total();
  b.join();
  c.join();
  return seen + water.total() + gas.total() > 600;
}
