// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex mu;
static int hits;

static void count() {
  std::lock_guard<std::mutex> hold(mu);
  ++hits;
}
int main() {
  std::thread first(count), second(count);
  first.join();
  second.join();
}
