// The counter is instantiated with a lock policy that does nothing and shared
// by two threads.
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
    sum += n; // RACE
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
  Counter<NoLock> shared;
  std::thread a([&] {
    for (int i = 0; i < 100; ++i)
      shared.add(i);
  });
  for (int i = 0; i < 100; ++i)
    shared.add(i);
  a.join();
  return shared.value() == 9900 ? 0 : 1;
}
