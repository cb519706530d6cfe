// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The handle is moved, but others of the same string stay behind.
#include "Inputs/counted.h"
#include <string>
#include <thread>
static void paint(boost::local_shared_ptr<std::string> Theme) {
  (void)Theme->size();
}
static void start(boost::local_shared_ptr<std::string> Theme) {
  std::thread(paint, std::move(Theme)).detach();
}
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  start(Theme);
  auto Mine = Theme;
  return Mine->size() == 4 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}moved.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Theme' is moved to another thread, but 'boost::local_shared_ptr<std::basic_string<char, std::char_traits<char>, std::allocator<char>>>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}moved.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here runs 'paint' with it{{$}}
// CHECK: {{^}}{{.*}}moved.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}moved.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
