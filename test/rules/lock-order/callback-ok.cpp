// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <functional>
#include <mutex>
#include <thread>
static std::mutex registry, sink;
static std::function<void()> on_change;

static void notify() {
  std::function<void()> call;
  {
    std::lock_guard<std::mutex> hold(registry);
    call = on_change;
  }
  call();
}
static void flush() {
  std::lock_guard<std::mutex> a(sink);
  std::lock_guard<std::mutex> b(registry);
}
int main() {
  on_change = [] { std::lock_guard<std::mutex> hold(sink); };
  std::thread first(notify), second(flush);
  first.join();
  second.join();
}
