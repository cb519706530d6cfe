// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <memory>
#include <mutex>
#include <optional>

static std::mutex mu;
static int n;

static void bump() {
  std::lock_guard<std::mutex> lock(mu);
  ++n;
}

void inOptional() {
  std::optional<std::unique_lock<std::mutex>> lock;
  lock.emplace(mu);
  bump();
}

void inPointer() {
  auto lock = std::make_unique<std::lock_guard<std::mutex>>(mu);
  bump();
}

// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'inOptional' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: ... and, still holding it, calls 'bump' ...{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: ... which locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: release 'mu' before this call, or give 'bump' a variant that expects the lock to be held{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'inPointer' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: ... and, still holding it, calls 'bump' ...{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: ... which locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}guard-in-holder.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: release 'mu' before this call, or give 'bump' a variant that expects the lock to be held{{$}}
