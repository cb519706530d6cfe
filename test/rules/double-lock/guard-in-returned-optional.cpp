// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The optional has a value: so the lock is held.
#include <mutex>
#include <optional>
static std::mutex mu;
static int value;
static bool closed;
static std::optional<std::unique_lock<std::mutex>> enter() {
  std::unique_lock<std::mutex> lock(mu);
  if (closed)
    return std::nullopt;
  return lock;
}
static int size() {
  std::lock_guard<std::mutex> lock(mu);
  return value;
}
static void work() {
  auto in = enter();
  if (!in)
    return;
  value += size();
}
int main() { work(); }

// CHECK: {{^}}{{.*}}guard-in-returned-optional.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}guard-in-returned-optional.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'work' calls 'enter', which locks 'mu' ...{{$}}
// CHECK: {{^}}{{.*}}guard-in-returned-optional.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: ... and, still holding it, calls 'size' ...{{$}}
// CHECK: {{^}}{{.*}}guard-in-returned-optional.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: ... which locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}guard-in-returned-optional.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: release 'mu' before this call, or give 'size' a variant that expects the lock to be held{{$}}
