// The object is read after the join.
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
  Meter power;
  using namespace std::placeholders;
  std::function<void(int)> second = std::bind(&Meter::feed, &power, 3, _1);
  std::thread b(second, 200);
  b.join();
  long r = power.total();
  return r == 600;
}
