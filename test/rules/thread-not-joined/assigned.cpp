// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Another thread is assigned to the handle of one that runs.
#include <thread>
void work();
void run() {
  std::thread t(work);
  t = std::thread(work);
  t.join();
}

// CHECK: {{^}}{{.*}}assigned.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 't' may still stand for a thread when another is assigned to it here, which ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}assigned.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}assigned.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: join it before{{$}}
