// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread has a reference to the handle, and copies it meanwhile.
#include "Inputs/counted.h"
#include <string>
#include <thread>
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  std::thread Painter([&Theme] {
    auto Its = Theme;
    (void)Its->size();
  });
  auto Mine = Theme;
  Painter.join();
  return Mine->size() == 4 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Theme' is shared with another thread, but 'boost::local_shared_ptr<std::basic_string<char, std::char_traits<char>, std::allocator<char>>>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: a lambda captures 'Theme' here{{$}}
// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}reference.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
