// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex mu;
static std::once_flag once;
static int table, hits;

static void load() {
  std::lock_guard<std::mutex> hold(mu);
  table = 42;
}
static void first() { std::call_once(once, load); }
static void second() {
  std::call_once(once, load);
  std::lock_guard<std::mutex> hold(mu);
  ++hits;
}
int main() {
  std::thread a(first), b(second);
  a.join();
  b.join();
}
