// One path unlocks before the common tail, which then writes without the lock.
#include <mutex>
#include <thread>

class Turnstile {
public:
  bool pass(int coins) {
    lock.lock();
    if (coins < price) {
      ++refused;
      lock.unlock();
      coins = 0;
    } else {
      ++passed;
    }
    lastCoins = coins; // RACE
    if (coins)
      lock.unlock();
    return coins != 0;
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
