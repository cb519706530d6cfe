// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A class that derives from a bound one is bound.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_THREAD_BOUND Context {
public:
  void bind() {}
};
class Canvas : public Context {
public:
  void draw() { bind(); }
};
static Canvas Shared;
int main() {
  std::thread Painter([] { Shared.draw(); });
  Painter.join();
}

// CHECK: {{^}}{{.*}}derived.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'Shared' is used off its thread: only the main thread, which made it, may use this 'Canvas' [fearless-thread-bound]{{$}}
// CHECK: {{^}}{{.*}}derived.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the use runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}derived.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: let its own thread do this: hand the call to that thread's event loop or queue{{$}}
