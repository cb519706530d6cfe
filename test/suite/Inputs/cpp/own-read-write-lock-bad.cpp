// The home-made writer lock waits for other writers only and enters while
// readers are inside.
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

class SharedLock {
public:
  void lockRead() {
    std::unique_lock<std::mutex> hold(mutex);
    changed.wait(hold, [this] { return !writing; });
    ++readers;
  }
  void unlockRead() {
    std::lock_guard<std::mutex> hold(mutex);
    if (--readers == 0)
      changed.notify_all();
  }
  void lockWrite() {
    std::unique_lock<std::mutex> hold(mutex);
    changed.wait(hold, [this] { return !writing; });
    writing = true;
  }
  void unlockWrite() {
    std::lock_guard<std::mutex> hold(mutex);
    writing = false;
    changed.notify_all();
  }

private:
  std::mutex mutex;
  std::condition_variable changed;
  int readers = 0;
  bool writing = false;
};

static SharedLock lock;
static std::vector<int> prices(64);

static void raise() {
  for (int i = 0; i < 100; ++i) {
    lock.lockWrite();
    for (int &price : prices)
      ++price; // RACE
    lock.unlockWrite();
  }
}

static void sum(long *total) {
  for (int i = 0; i < 100; ++i) {
    lock.lockRead();
    for (int price : prices) // RACE
      *total += price;       // RACE
    lock.unlockRead();
  }
}

int main() {
  long total = 0;
  std::thread writer(raise), reader(sum, &total);
  writer.join();
  reader.join();
  return total >= 0 ? 0 : 1;
}
