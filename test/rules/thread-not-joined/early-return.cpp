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
void rounds(int n) {
  for (int i = 0; i < n; ++i) {
    std::thread t(work);
    if (i == 3)
      continue;
    t.join();
  }
}
bool second(bool bad) {
  std::thread a(work);
  std::thread b(work);
  if (bad) {
    a.join();
    return false;
  }
  a.join();
  b.join();
  return true;
}

// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-24]]:{{[0-9]+}}: warning: 't' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-27]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-20]]:{{[0-9]+}}: warning: 't' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-15]]:{{[0-9]+}}: warning: 'b' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}early-return.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
