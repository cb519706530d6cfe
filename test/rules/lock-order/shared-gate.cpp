// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both hold the gate shared: it lets both pass.
#include <mutex>
#include <shared_mutex>
#include <thread>
std::shared_mutex config;
std::mutex a, b;
int x, y;
void forward() {
  std::shared_lock<std::shared_mutex> gate(config);
  std::lock_guard<std::mutex> ga(a);
  std::lock_guard<std::mutex> gb(b);
  x += y;
}
void backward() {
  std::shared_lock<std::shared_mutex> gate(config);
  std::lock_guard<std::mutex> gb(b);
  std::lock_guard<std::mutex> ga(a);
  y += x;
}
int main() {
  std::thread t1(forward), t2(backward);
  t1.join();
  t2.join();
}

// CHECK: {{^}}{{.*}}shared-gate.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'a' and 'b' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}shared-gate.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'forward' locks 'a' here ...{{$}}
// CHECK: {{^}}{{.*}}shared-gate.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, locks 'b' here ('a' before 'b'){{$}}
// CHECK: {{^}}{{.*}}shared-gate.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'backward' locks 'b' here ...{{$}}
// CHECK: {{^}}{{.*}}shared-gate.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, locks 'a' here ('b' before 'a'){{$}}
// CHECK: {{^}}{{.*}}shared-gate.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}shared-gate.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}shared-gate.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
