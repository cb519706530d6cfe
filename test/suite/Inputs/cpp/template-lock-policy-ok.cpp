// The counter shared by two threads has a real mutex; the one with no lock is
// used by one thread only.
#include <mutex>
#include <thread>

struct NoLock {
  void lock() {}
  void unlock() {}
};

template <class Lock> class Counter {
public:
  void add(long n) {
    std::lock_guard<Lock> hold(lock);
    sum += n;
  }
  long value() {
    std::lock_guard<Lock> hold(lock);
    return sum;
  }

private:
  Lock lock;
  long sum = 0;
};

int main() {
  Counter<std::mutex> shared;
  Counter<NoLock> own;
  std::thread a([&] {
    for (int i = 0; i < 100; ++i)
      shared.add(i);
  });
  for (int i = 0; i < 100; ++i) {
    shared.add(i);
    own.add(i);
  }
  a.join();
  return shared.value() == 2 * own.value() ? 0 : 1;
}
