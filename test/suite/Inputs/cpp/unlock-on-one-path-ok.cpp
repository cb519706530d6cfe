// Each path unlocks exactly once, after its last access.
#include <mutex>
#include <thread>

class Turnstile {
public:
  bool pass(int coins) {
    lock.lock();
    if (coins < price) {
      ++refused;
      lastCoins = 0;
      lock.unlock();
      return false;
    }
    ++passed;
    lastCoins = coins;
    lock.unlock();
    return true;
  }

private:
  std::mutex lock;
  const int price = 2;
  int refused = 0;
  int passed = 0;
  int lastCoins = 0;
};

int main() {
  Turnstile gate;
  std::thread payers([&] {
    for (int i = 0; i < 400; ++i)
      gate.pass(3);
  });
  for (int i = 0; i < 400; ++i)
    gate.pass(1);
  payers.join();
}
