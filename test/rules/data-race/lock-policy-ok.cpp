// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One that has a lock, or spins, or asks somebody out of sight, does.
#include <atomic>
#include <mutex>
#include <thread>

void enter(int *where);
void leave(int *where);

struct Spinning {
  void lock() {
    while (busy.test_and_set(std::memory_order_acquire))
      ;
  }
  void unlock() { busy.clear(std::memory_order_release); }
  std::atomic_flag busy = ATOMIC_FLAG_INIT;
};

struct OutOfSight {
  void lock() { enter(&state); }
  void unlock() { leave(&state); }
  int state = 0;
};

struct Wrapped {
  void lock() { inner.lock(); }
  void unlock() { inner.unlock(); }
  std::mutex inner;
};

template <class Lock> class Counter {
public:
  void add(long n) {
    std::lock_guard<Lock> hold(lock);
    sum += n;
  }
  long value() const { return sum; }

private:
  Lock lock;
  long sum = 0;
};

int main() {
  Counter<Spinning> a;
  Counter<OutOfSight> b;
  Counter<Wrapped> c;
  std::thread other([&] {
    a.add(1);
    b.add(1);
    c.add(1);
  });
  a.add(2);
  b.add(2);
  c.add(2);
  other.join();
  return a.value() + b.value() + c.value() == 9 ? 0 : 1;
}
