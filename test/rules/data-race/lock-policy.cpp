// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A guard of a class whose lock() does nothing holds nothing.
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
  long value() const { return sum; }

private:
  Lock lock;
  long sum = 0;
};

int main() {
  Counter<NoLock> shared;
  std::thread other([&] { shared.add(1); });
  shared.add(2);
  other.join();
  return shared.value() == 3 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}lock-policy.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: data race on 'Counter::sum': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-policy.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Counter::add'{{$}}
// CHECK: {{^}}{{.*}}lock-policy.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}lock-policy.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Counter::add'{{$}}
// CHECK: {{^}}{{.*}}lock-policy.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}lock-policy.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: guard 'Counter::sum' with a mutex, or make it atomic{{$}}
