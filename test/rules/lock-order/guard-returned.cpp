// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// lock() returns the guard that holds.
#include <fearless/mutex.h>

static fearless::Mutex<int> upper{100};
static fearless::Mutex<long> lower{100};

void down() {
  auto first = upper.lock();
  auto second = lower.lock();
  ++*first, ++*second;
}

void up() {
  auto first = lower.lock();
  auto second = upper.lock();
  ++*first, ++*second;
}

// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'upper' and 'lower' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'down' calls 'fearless::Mutex::lock', which locks 'upper' ...{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... and, still holding it, locks 'lower' here ('upper' before 'lower'){{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'up' calls 'fearless::Mutex::lock', which locks 'lower' ...{{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: ... and, still holding it, locks 'upper' here ('lower' before 'upper'){{$}}
// CHECK: {{^}}{{.*}}guard-returned.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: take them in one order everywhere, or both at once with std::scoped_lock{{$}}
