// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A wrapper of the program's own starts the thread.
#include "Inputs/counted.h"
#include <string>
#include <thread>
template <class F> static void inBackground(F &&Do) {
  std::thread(std::forward<F>(Do)).detach();
}
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  inBackground([Theme] { (void)Theme->size(); });
  auto Mine = Theme;
  return Mine->size() == 4 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Theme' is copied to another thread, but 'boost::local_shared_ptr<std::basic_string<char, std::char_traits<char>, std::allocator<char>>>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: a lambda captures 'Theme' here{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}wrapper.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
