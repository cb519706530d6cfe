// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same order in both.
#include <mutex>
#include <thread>
template <class T> class Guarded {
public:
  template <class F> auto with(F f) {
    std::lock_guard<std::mutex> g(mu_);
    return f(value_);
  }
private:
  std::mutex mu_;
  T value_{};
};
struct Users { int n = 0; };
struct Rooms { int n = 0; };
Guarded<Users> users;
Guarded<Rooms> rooms;
void enter() {
  users.with([](Users &u) { rooms.with([&](Rooms &r) { r.n += ++u.n; }); });
}
void leave() {
  users.with([](Users &u) { rooms.with([&](Rooms &r) { u.n -= --r.n; }); });
}
int main() {
  std::thread a(enter), b(leave);
  a.join();
  b.join();
}

// CHECK: 0 findings
