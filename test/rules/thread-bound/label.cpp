// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A worker writes to the label that main has made.
#include "Inputs/qt.h"
#include <thread>
int main() {
  QLabel Label;
  std::thread Worker([&] {
    Label.setNum(1);
    Label.show();
  });
  Worker.join();
}

// CHECK: {{^}}{{.*}}label.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'Label' is used off its thread: only the main thread, which made it, may use this 'QLabel' [fearless-thread-bound]{{$}}
// CHECK: {{^}}{{.*}}label.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the use runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}label.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the object is made here{{$}}
// CHECK: {{^}}{{.*}}label.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the same thread uses it at 1 more place{{$}}
// CHECK: {{^}}{{.*}}label.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: let its own thread do this: hand the call to that thread's event loop or queue{{$}}
