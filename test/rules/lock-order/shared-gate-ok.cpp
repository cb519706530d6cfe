// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One holds the gate alone.
#include <mutex>
#include <shared_mutex>
#include <thread>
std::shared_mutex config;
std::mutex a, b;
int x, y;
void forward() {
  std::unique_lock<std::shared_mutex> gate(config);
  std::lock_guard<std::mutex> ga(a);
  std::lock_guard<std::mutex> gb(b);
  x += y;
}
void backward() {
  std::shared_lock<std::shared_mutex> gate(config);
  std::lock_guard<std::mutex> gb(b);
  std::lock_guard<std::mutex> ga(a);
  y += x;
}
int main() {
  std::thread t1(forward), t2(backward);
  t1.join();
  t2.join();
}

// CHECK: 0 findings
