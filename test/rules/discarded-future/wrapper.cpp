// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A function of the user's own starts the task and hands its future on.
#include <future>
int load();
void draw();
static std::future<int> start() { return std::async(std::launch::async, load); }
void run() {
  start();
  draw();
}

// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: the 'std::future' that is made here is dropped at once: its destructor waits, so what it stands for does not run at the same time [fearless-discarded-future]{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'start' starts it here{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: keep it in a variable, and wait for it where the result is needed{{$}}
