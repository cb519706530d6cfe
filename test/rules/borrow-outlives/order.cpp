// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What the thread uses is declared after the handle that joins it.
#include <string>
#include <thread>
void log(std::string &);
void run() {
  std::jthread t;
  std::string s;
  t = std::jthread([&] { log(s); });
}

// CHECK: {{^}}{{.*}}order.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: the thread uses 's' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}order.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}order.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 's' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}order.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
