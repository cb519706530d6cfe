// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The optional is empty: so the lock is free.
#include <mutex>
#include <optional>
static std::mutex mu;
static int value;
static bool closed;
static std::optional<std::unique_lock<std::mutex>> enter() {
  std::unique_lock<std::mutex> lock(mu);
  if (closed)
    return std::nullopt;
  return lock;
}
static int size() {
  std::lock_guard<std::mutex> lock(mu);
  return value;
}
static void work() {
  auto in = enter();
  if (in)
    return;
  value += size();
}
int main() { work(); }
