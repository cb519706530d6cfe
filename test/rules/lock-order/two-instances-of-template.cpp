// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two instances of one template, both ways.
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
  rooms.with([](Rooms &r) { users.with([&](Users &u) { u.n -= --r.n; }); });
}
int main() {
  std::thread a(enter), b(leave);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-22]]:{{[0-9]+}}: warning: 'Guarded<Users>::mu_' and 'Guarded<Rooms>::mu_' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: 'Guarded::with' locks 'Guarded<Users>::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'enter' ...{{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... which calls 'Guarded::with' ...{{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: ... which locks 'Guarded<Rooms>::mu_' here ('Guarded<Users>::mu_' before 'Guarded<Rooms>::mu_'){{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: 'Guarded::with' locks 'Guarded<Rooms>::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-28]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'leave' ...{{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... which calls 'Guarded::with' ...{{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-31]]:{{[0-9]+}}: note: ... which locks 'Guarded<Users>::mu_' here ('Guarded<Rooms>::mu_' before 'Guarded<Users>::mu_'){{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}two-instances-of-template.cpp:[[#@LINE-33]]:{{[0-9]+}}: note: call a lambda in 'enter' after 'Guarded<Users>::mu_' is released, or take the locks in one order everywhere{{$}}
