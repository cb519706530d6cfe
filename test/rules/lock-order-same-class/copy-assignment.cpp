// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two objects are assigned to each other at once.
#include <mutex>
#include <thread>

class Setting {
 public:
  Setting& operator=(const Setting& o) {
    if (this == &o) return *this;
    std::lock_guard<std::mutex> mine(mu_);
    std::lock_guard<std::mutex> theirs(o.mu_);
    v_ = o.v_;
    return *this;
  }

 private:
  mutable std::mutex mu_;
  int v_ = 0;
};
int main() {
  Setting a, b;
  std::thread t([&] { a = b; });
  b = a;
  t.join();
}

// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: two objects' 'Setting::mu_' are locked in either order and can deadlock [fearless-lock-order-same-class]{{$}}
// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: 'main' calls 'Setting::operator=' here ...{{$}}
// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: ... which locks 'Setting::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Setting::mu_' here{{$}}
// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: a lambda in 'main' calls 'Setting::operator=' here ...{{$}}
// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... which locks 'Setting::mu_' here ...{{$}}
// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Setting::mu_' here{{$}}
// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the first order runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}copy-assignment.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: take both with std::scoped_lock, or always in the order of their addresses{{$}}
