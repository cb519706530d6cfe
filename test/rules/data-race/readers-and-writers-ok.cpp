// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <shared_mutex>
#include <thread>
static std::shared_mutex mu;
static int value, seen;

static void set() {
  std::unique_lock<std::shared_mutex> hold(mu);
  value = 1;
}
static int get() {
  std::shared_lock<std::shared_mutex> hold(mu);
  return value;
}
int main() {
  std::thread first(set), second(set);
  seen = get();
  first.join();
  second.join();
}
