// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The object is left where it was made.
#include "Inputs/qt.h"
#include <thread>
int main() {
  QObject Job;
  std::thread Worker([&] { Job.setObjectName(1); });
  Worker.join();
}

// CHECK: {{^}}{{.*}}moved.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'Job' is used off its thread: only the main thread, which made it, may use this 'QObject' [fearless-thread-bound]{{$}}
// CHECK: {{^}}{{.*}}moved.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the use runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}moved.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the object is made here{{$}}
// CHECK: {{^}}{{.*}}moved.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: let its own thread do this: hand the call to that thread's event loop or queue{{$}}
