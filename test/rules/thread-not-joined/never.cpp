// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Neither joined nor detached; with and without a name.
#include <memory>
#include <thread>
void work();
void use(int);
void named() {
  std::thread t(work);
  use(1);
}
void temporary() { std::thread{work}; }
static std::thread start() { return std::thread(work); }
void taken() {
  std::thread t = start();
  use(1);
}
void owned(bool quick) {
  auto t = std::make_unique<std::thread>(work);
  if (quick)
    return;
  t->join();
}

// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 't' is neither joined nor detached: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: a thread is neither joined nor detached: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 't' is neither joined nor detached: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 't' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}never.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
