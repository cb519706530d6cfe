// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A handler that the dispatcher runs under its lock takes that lock.
#include <functional>
#include <mutex>
#include <unordered_map>
static std::mutex lock;
static std::unordered_map<int, std::function<void()>> handlers;
static void add(int event, std::function<void()> handler) {
  std::lock_guard<std::mutex> hold(lock);
  handlers[event] = std::move(handler);
}
static void dispatch(int event) {
  std::lock_guard<std::mutex> hold(lock);
  handlers.at(event)();
}
static void clear() {
  std::lock_guard<std::mutex> hold(lock);
  handlers.clear();
}
int main() {
  add(1, [] { clear(); });
  dispatch(1);
}

// CHECK: {{^}}{{.*}}callback-in-map.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'lock' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}callback-in-map.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: 'dispatch' locks 'lock' here ...{{$}}
// CHECK: {{^}}{{.*}}callback-in-map.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, calls a lambda in 'main' ...{{$}}
// CHECK: {{^}}{{.*}}callback-in-map.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: ... which calls 'clear' ...{{$}}
// CHECK: {{^}}{{.*}}callback-in-map.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... which locks 'lock' here again{{$}}
// CHECK: {{^}}{{.*}}callback-in-map.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: release 'lock' before this call, or give 'clear' a variant that expects the lock to be held{{$}}
