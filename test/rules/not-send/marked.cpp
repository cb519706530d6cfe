// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The class says that its objects stay where they are made.
#include <fearless/annotations.h>
#include <thread>
class FEARLESS_NOT_SEND Cursor {
public:
  int Row = 0;
};
struct View {
  Cursor At;
};
int main() {
  View V;
  std::thread Painter([V] { (void)V.At.Row; });
  Painter.join();
}

// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'V' is copied to another thread, but 'Cursor' is marked to stay on its thread [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: a lambda captures 'V' here{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'View::At' is a 'Cursor'{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}marked.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: 'Cursor' is marked here: give the thread what it needs of it, or one of its own{{$}}
