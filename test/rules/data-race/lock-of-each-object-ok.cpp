// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The lock is that of the object.
#include <mutex>
#include <thread>
static long total;
class Shop {
public:
  explicit Shop(std::mutex &shared) : shared_(shared) {}
  void sell(long price) {
    std::lock_guard<std::mutex> lock(shared_);
    total += price;
  }

private:
  std::mutex own_;
  std::mutex &shared_;
};
int main() {
  std::mutex mu;
  Shop north(mu), south(mu);
  std::thread a([&] { north.sell(3); }), b([&] { south.sell(4); });
  a.join();
  b.join();
  return total;
}
