// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Waits before it locks.
#include <mutex>
#include <semaphore>
#include <thread>
class Pipe {
public:
  void produce(int v) {
    { std::lock_guard<std::mutex> g(mu_); slot_ = v; }
    full_.release();
  }
  int consume() {
    full_.acquire();
    std::lock_guard<std::mutex> g(mu_);
    return slot_;
  }
private:
  std::mutex mu_;
  std::counting_semaphore<8> full_{0};
  int slot_ = 0;
};
int main() {
  Pipe p;
  std::thread t([&] { p.produce(4); });
  int v = p.consume();
  t.join();
  return v - 4;
}

// CHECK: 0 findings
