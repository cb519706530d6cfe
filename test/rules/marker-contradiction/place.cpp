// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Markers that say nothing where they stand.
#include <fearless/annotations.h>
class FEARLESS_CROSSES_THREAD Task {
public:
  FEARLESS_SEND void run() {}
  void then(FEARLESS_THREAD_BOUND int Next) { (void)Next; }
};
class __attribute__((annotate("fearless::sendable"))) Job {};
int main() {
  Task().run();
  Task().then(1);
  (void)Job();
}

// CHECK: {{^}}{{.*}}place.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: FEARLESS_CROSSES_THREAD does not belong to class 'Task', and says nothing there [fearless-marker-contradiction]{{$}}
// CHECK: {{^}}{{.*}}place.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: it is for a parameter{{$}}
// CHECK: {{^}}{{.*}}place.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: FEARLESS_SEND does not belong to function 'Task::run', and says nothing there [fearless-marker-contradiction]{{$}}
// CHECK: {{^}}{{.*}}place.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: it is for a class{{$}}
// CHECK: {{^}}{{.*}}place.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: FEARLESS_THREAD_BOUND does not belong to a parameter of 'Task::then', and says nothing there [fearless-marker-contradiction]{{$}}
// CHECK: {{^}}{{.*}}place.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: it is for a class{{$}}
// CHECK: {{^}}{{.*}}place.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: class 'Job' has a marker that fearless does not know: 'sendable' [fearless-marker-contradiction]{{$}}
