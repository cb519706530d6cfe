// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A loop that tries until it succeeds waits, and keeps the other lock meanwhile.
#include <mutex>
#include <thread>
std::mutex left, right;
int l, r;
void push() {
  std::lock_guard<std::mutex> g(left);
  while (!right.try_lock())
    std::this_thread::yield();
  ++r;
  right.unlock();
}
void pull() {
  std::lock_guard<std::mutex> g(right);
  std::lock_guard<std::mutex> h(left);
  ++l;
}
int main() {
  std::thread a(push), b(pull);
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}try-lock-spin.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'left' and 'right' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}try-lock-spin.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: 'push' locks 'left' here ...{{$}}
// CHECK: {{^}}{{.*}}try-lock-spin.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: ... and, still holding it, locks 'right' here ('left' before 'right'){{$}}
// CHECK: {{^}}{{.*}}try-lock-spin.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'pull' locks 'right' here ...{{$}}
// CHECK: {{^}}{{.*}}try-lock-spin.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, locks 'left' here ('right' before 'left'){{$}}
// CHECK: {{^}}{{.*}}try-lock-spin.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}try-lock-spin.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}try-lock-spin.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
