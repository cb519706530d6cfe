// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The dispatcher gives its lock back first.
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
  std::unique_lock<std::mutex> hold(lock);
  auto handler = handlers.at(event);
  hold.unlock();
  handler();
}
static void clear() {
  std::lock_guard<std::mutex> hold(lock);
  handlers.clear();
}
int main() {
  add(1, [] { clear(); });
  dispatch(1);
}
