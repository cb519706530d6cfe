// The balance is read under the lock and written back under a later hold of it.
#include <mutex>
#include <thread>

class Purse {
public:
  int get() {
    std::lock_guard<std::mutex> hold(lock);
    return coins; // RACE
  }
  void set(int value) {
    std::lock_guard<std::mutex> hold(lock);
    coins = value; // RACE
  }
  void add(int value) {
    std::lock_guard<std::mutex> hold(lock);
    coins += value;
  }

private:
  std::mutex lock;
  int coins = 0;
};

static Purse purse;

static void earn() {
  for (int i = 0; i < 100; ++i) {
    int coins = purse.get(); // RACE
    purse.set(coins + 1);    // RACE
  }
}

int main() {
  std::thread a(earn), b(earn);
  a.join();
  b.join();
  return purse.get() == 200 ? 0 : 1;
}
