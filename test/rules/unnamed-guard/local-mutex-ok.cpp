// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A local mutex that is shared after all.
#include <mutex>
#include <thread>
static int balance;

void deposit(int n) {
  static std::mutex mu;
  std::lock_guard<std::mutex> hold(mu);
  balance += n;
}

int sum() {
  std::mutex mu;
  int total = 0;
  auto add = [&](int n) {
    std::lock_guard<std::mutex> hold(mu);
    total += n;
  };
  std::thread first(add, 1), second(add, 2);
  first.join();
  second.join();
  return total;
}
