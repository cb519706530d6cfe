// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>
static std::mutex red, green, blue;

static void one() {
  std::lock_guard<std::mutex> a(red);
  std::lock_guard<std::mutex> b(green);
}
static void two() {
  std::lock_guard<std::mutex> a(green);
  std::lock_guard<std::mutex> b(blue);
}
static void three() {
  std::lock_guard<std::mutex> a(blue);
  std::lock_guard<std::mutex> b(red);
}
int main() {
  std::thread x(one), y(two), z(three);
  x.join();
  y.join();
  z.join();
}

// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'red', 'green' and 'blue' are locked in a cycle of orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: 'one' locks 'red' here ...{{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: ... and, still holding it, locks 'green' here ('red' before 'green'){{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'two' locks 'green' here ...{{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, locks 'blue' here ('green' before 'blue'){{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'three' locks 'blue' here ...{{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, locks 'red' here ('blue' before 'red'){{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the third runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}cycle-of-three.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
