// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A direct call is made at once, on the worker.
#include "Inputs/qt.h"
#include <thread>
int main() {
  QLabel Label;
  std::thread Worker([&] {
    QMetaObject::invokeMethod(&Label, [&] { Label.setNum(1); },
                              Qt::DirectConnection);
  });
  Worker.join();
}

// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'Label' is used off its thread: only the main thread, which made it, may use this 'QLabel' [fearless-thread-bound]{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the use, through a lambda in 'main' -> a lambda in 'main', runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the object is made here{{$}}
// CHECK: {{^}}{{.*}}direct.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: let its own thread do this: hand the call to that thread's event loop or queue{{$}}
