// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex red, green, blue;

static void one() {
  std::lock_guard<std::mutex> a(red);
  std::lock_guard<std::mutex> b(green);
}
static void two() {
  std::lock_guard<std::mutex> a(green);
  std::lock_guard<std::mutex> b(blue);
}
static void three() {
  std::lock_guard<std::mutex> a(red);
  std::lock_guard<std::mutex> b(blue);
}
int main() {
  std::thread x(one), y(two), z(three);
  x.join();
  y.join();
  z.join();
}
