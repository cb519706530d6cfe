// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The future of std::async waits where it dies: at the end of the statement.
#include <future>
int load();
void draw();
void twice() {
  std::async(std::launch::async, load);
  (void)std::async([] { draw(); });
  draw();
}

// CHECK: {{^}}{{.*}}async.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: the 'std::future' that is made here is dropped at once: its destructor waits, so what it stands for does not run at the same time [fearless-discarded-future]{{$}}
// CHECK: {{^}}{{.*}}async.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: keep it in a variable, and wait for it where the result is needed{{$}}
// CHECK: {{^}}{{.*}}async.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: the 'std::future' that is made here is dropped at once: its destructor waits, so what it stands for does not run at the same time [fearless-discarded-future]{{$}}
// CHECK: {{^}}{{.*}}async.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: keep it in a variable, and wait for it where the result is needed{{$}}
