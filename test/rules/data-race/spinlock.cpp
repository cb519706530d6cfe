// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Given back too early.
#include <atomic>
#include <thread>
class Spin {
public:
  void lock() {
    while (flag.test_and_set(std::memory_order_acquire)) {
    }
  }
  void unlock() { flag.clear(std::memory_order_release); }

private:
  std::atomic_flag flag;
};
static Spin spin;
static int total;
static void add() {
  spin.lock();
  spin.unlock();
  ++total;
}
int main() {
  std::thread first(add), second(add);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}spinlock.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}spinlock.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}spinlock.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}spinlock.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}spinlock.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}spinlock.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: guard 'total' with a mutex, or make it atomic{{$}}
