// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread has a pair of locks of its own.
#include <mutex>
#include <thread>
struct Pair {
  std::mutex a, b;
};
static Pair left, right;

static void post() {
  std::lock_guard<std::mutex> x(left.a);
  std::lock_guard<std::mutex> y(left.b);
}
static void review() {
  std::lock_guard<std::mutex> x(right.b);
  std::lock_guard<std::mutex> y(right.a);
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}
