// The balance is read and written in one critical section.
#include <mutex>
#include <thread>

class Purse {
public:
  int get() {
    std::lock_guard<std::mutex> hold(lock);
    return coins;
  }
  void set(int value) {
    std::lock_guard<std::mutex> hold(lock);
    coins = value;
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
    purse.add(1);
  }
}

int main() {
  purse.set(0);
  std::thread a(earn), b(earn);
  a.join();
  b.join();
  return purse.get() == 200 ? 0 : 1;
}
