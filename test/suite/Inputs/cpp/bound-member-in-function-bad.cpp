// A std::function that holds a bound member function runs on a thread; the object is read before the join.
#include <functional>
#include <thread>
class Meter {
public:
  void feed(int amount, int times) {
    for (int i = 0; i < times; ++i)
      sum += amount; // RACE
  }
  long total() const { return sum; } // RACE

private:
  long sum = 0;
};
int main() {
  Meter power;
  using namespace std::placeholders;
  std::function<void(int)> second = std::bind(&Meter::feed, &power, 3, _1);
  std::thread b(second, 200);
  long r = power.total();
  b.join();
  return r == 600;
}
