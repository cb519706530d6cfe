// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A lock of the user's own making.
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
  ++total;
  spin.unlock();
}
int main() {
  std::thread first(add), second(add);
  first.join();
  second.join();
}
