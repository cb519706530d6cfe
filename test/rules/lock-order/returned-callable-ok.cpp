// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is called under the lock is another callback, which takes none.
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
static std::mutex registry, sink;
static std::function<void()> pending;
static std::optional<std::function<void()>> next;
static std::function<void()> writer() {
  return [] {
    std::lock_guard<std::mutex> hold(sink);
  };
}
static std::function<void()> counter() {
  return [] {};
}
static void notify() {
  std::lock_guard<std::mutex> hold(registry);
  next = std::exchange(pending, nullptr);
  if (next)
    (*next)();
}
static void flush() {
  std::lock_guard<std::mutex> a(sink);
  std::lock_guard<std::mutex> b(registry);
}
int main() {
  pending = counter();
  writer()();
  std::thread first(notify), second(flush);
  first.join();
  second.join();
}
