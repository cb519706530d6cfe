// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A std::jthread without a name is joined in its own statement.
#include <thread>
void load();
void draw();
void run() {
  std::jthread{load};
  draw();
}

// CHECK: {{^}}{{.*}}jthread.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: the 'std::jthread' that is made here is dropped at once: its destructor waits, so what it stands for does not run at the same time [fearless-discarded-future]{{$}}
// CHECK: {{^}}{{.*}}jthread.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: keep it in a variable, and wait for it where the result is needed{{$}}
