// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same pair.
#include <mutex>
#include <thread>
struct Pair {
  std::mutex a, b;
};
static Pair pair;

static void post() {
  std::lock_guard<std::mutex> x(pair.a);
  std::lock_guard<std::mutex> y(pair.b);
}
static void review() {
  std::lock_guard<std::mutex> x(pair.b);
  std::lock_guard<std::mutex> y(pair.a);
}
int main() {
  std::thread first(post), second(review);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}instances.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'pair.a' and 'pair.b' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}instances.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'post' locks 'pair.a' here ...{{$}}
// CHECK: {{^}}{{.*}}instances.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'pair.b' here ('pair.a' before 'pair.b'){{$}}
// CHECK: {{^}}{{.*}}instances.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'review' locks 'pair.b' here ...{{$}}
// CHECK: {{^}}{{.*}}instances.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'pair.a' here ('pair.b' before 'pair.a'){{$}}
// CHECK: {{^}}{{.*}}instances.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}instances.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}instances.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
