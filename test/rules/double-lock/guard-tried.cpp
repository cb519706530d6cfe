// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Whoever got the lock when he tried it waits for himself when he locks it.
#include <fearless/mutex.h>

int sum(const fearless::Mutex<int> &number) {
  auto first = number.try_lock();
  if (!first)
    return 0;
  auto second = number.lock();
  return **first + *second;
}

// CHECK: {{^}}{{.*}}guard-tried.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'number' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}guard-tried.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'sum' calls 'fearless::Mutex::try_lock', which locks 'number' ...{{$}}
// CHECK: {{^}}{{.*}}guard-tried.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: ... and, still holding it, locks 'number' here again{{$}}
// CHECK: {{^}}{{.*}}guard-tried.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: release 'number' first, or drop this second lock{{$}}
