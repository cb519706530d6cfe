// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One function, two threads, the locks handed over in both orders.
#include <functional>
#include <mutex>
#include <thread>
static std::mutex left, right;

static void work(std::mutex &first, std::mutex &second) {
  std::lock_guard<std::mutex> f(first);
  std::lock_guard<std::mutex> s(second);
}

int main() {
  std::thread a(work, std::ref(left), std::ref(right));
  std::thread b(work, std::ref(right), std::ref(left));
  a.join();
  b.join();
}

// CHECK: {{^}}{{.*}}thread-arguments.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: 'left' and 'right' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}thread-arguments.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'work' locks 'left' here ...{{$}}
// CHECK: {{^}}{{.*}}thread-arguments.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'right' here ('left' before 'right'){{$}}
// CHECK: {{^}}{{.*}}thread-arguments.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'work' locks 'right' here ...{{$}}
// CHECK: {{^}}{{.*}}thread-arguments.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'left' here ('right' before 'left'){{$}}
// CHECK: {{^}}{{.*}}thread-arguments.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}thread-arguments.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}thread-arguments.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
