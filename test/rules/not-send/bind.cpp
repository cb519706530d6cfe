// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What std::bind keeps is copied to the thread with it.
#include "Inputs/counted.h"
#include <functional>
#include <string>
#include <thread>
static void paint(const boost::local_shared_ptr<std::string> &Theme) {
  (void)Theme->size();
}
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  auto Task = std::bind(paint, Theme);
  std::thread Painter(Task);
  auto Mine = Theme;
  Painter.join();
  return Mine->size() == 4 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}bind.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'Theme' is copied to another thread, but 'boost::local_shared_ptr<std::basic_string<char, std::char_traits<char>, std::allocator<char>>>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}bind.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'Theme' is bound here{{$}}
// CHECK: {{^}}{{.*}}bind.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here runs 'paint' with it{{$}}
// CHECK: {{^}}{{.*}}bind.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}bind.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
