// RUN: %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The declared order is kept; what is not declared has none; who tries, or takes
// both at once, does not wait with the first one held.
#include <mutex>
struct __attribute__((capability("mutex"))) Mutex {
  void lock() { impl.lock(); }
  bool try_lock() { return impl.try_lock(); }
  void unlock() { impl.unlock(); }
  std::mutex impl;
};
Mutex outer;
Mutex middle __attribute__((acquired_after(outer)));
Mutex inner __attribute__((acquired_after(middle)));
Mutex other;
void f() {
  std::lock_guard<Mutex> a(outer);
  std::lock_guard<Mutex> b(inner);
}
void g() {
  std::lock_guard<Mutex> a(inner);
  std::lock_guard<Mutex> b(other);
}
void tries() {
  std::lock_guard<Mutex> a(inner);
  if (outer.try_lock())
    outer.unlock();
}
void both() { std::scoped_lock at_once(inner, outer); }
