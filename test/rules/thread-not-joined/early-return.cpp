// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Joined at the end, but not on the way out in the middle.
#include <thread>
void work();
bool run(bool bad) {
  std::thread t(work);
  if (bad)
    return false;
  t.join();
  return true;
}

// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 't' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: it is joined here, on another path{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
