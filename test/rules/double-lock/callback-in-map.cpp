// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A handler that the dispatcher runs under its lock takes that lock.
#include <functional>
#include <mutex>
#include <unordered_map>
static std::mutex lock;
static std::unordered_map<int, std::function<void()>> handlers;
static void add(int event, std::function<void()> handler) {
  std::lock_guard<std::mutex> hold(lock);
  handlers[event] = std::move(handler);
}
static void dispatch(int event) {
  std::lock_guard<std::mutex> hold(lock);
  handlers.at(event)();
}
int main() {
  add(1, [] { add(2, [] {}); });
  dispatch(1);
}
