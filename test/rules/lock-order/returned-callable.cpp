// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A function makes the callback; std::exchange and std::optional pass it on.
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
static std::mutex registry, sink;
static std::function<void()> pending;
static std::optional<std::function<void()>> next;
static std::function<void()> writer() {
  return [] {
    std::lock_guard<std::mutex> hold(sink);
  };
}
static void notify() {
  std::lock_guard<std::mutex> hold(registry);
  next = std::exchange(pending, nullptr);
  if (next)
    (*next)();
}
static void flush() {
  std::lock_guard<std::mutex> a(sink);
  std::lock_guard<std::mutex> b(registry);
}
int main() {
  pending = writer();
  std::thread first(notify), second(flush);
  first.join();
  second.join();
}

// CHECK: {{^}}{{.*}}returned-callable.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'registry' and 'sink' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}returned-callable.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'notify' locks 'registry' here ...{{$}}
// CHECK: {{^}}{{.*}}returned-callable.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'writer' ...{{$}}
// CHECK: {{^}}{{.*}}returned-callable.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... which locks 'sink' here ('registry' before 'sink'){{$}}
// CHECK: {{^}}{{.*}}returned-callable.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'flush' locks 'sink' here ...{{$}}
// CHECK: {{^}}{{.*}}returned-callable.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... and, still holding it, locks 'registry' here ('sink' before 'registry'){{$}}
// CHECK: {{^}}{{.*}}returned-callable.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}returned-callable.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}returned-callable.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
