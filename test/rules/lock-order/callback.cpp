// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A stored callback takes the second lock.
#include <functional>
#include <mutex>
#include <thread>
static std::mutex registry, sink;
static std::function<void()> on_change;

static void notify() {
  std::lock_guard<std::mutex> hold(registry);
  on_change();
}
static void flush() {
  std::lock_guard<std::mutex> a(sink);
  std::lock_guard<std::mutex> b(registry);
}
int main() {
  on_change = [] {
    std::lock_guard<std::mutex> hold(sink);
  };
  std::thread first(notify), second(flush);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}callback.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'registry' and 'sink' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}callback.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'notify' locks 'registry' here ...{{$}}
// CHECK: {{^}}{{.*}}callback.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'main' ...{{$}}
// CHECK: {{^}}{{.*}}callback.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: ... which locks 'sink' here ('registry' before 'sink'){{$}}
// CHECK: {{^}}{{.*}}callback.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'flush' locks 'sink' here ...{{$}}
// CHECK: {{^}}{{.*}}callback.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: ... and, still holding it, locks 'registry' here ('sink' before 'registry'){{$}}
// CHECK: {{^}}{{.*}}callback.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}callback.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}callback.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
