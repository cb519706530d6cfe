// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Threads in a container, each with a copy.
#include "Inputs/counted.h"
#include <string>
#include <thread>
#include <vector>
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  std::vector<std::thread> Workers;
  for (int I = 0; I < 4; ++I)
    Workers.emplace_back([Theme] { (void)Theme->size(); });
  for (std::thread &T : Workers)
    T.join();
}

// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Theme' is copied to another thread, but 'boost::local_shared_ptr<std::basic_string<char, std::char_traits<char>, std::allocator<char>>>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: a lambda captures 'Theme' here{{$}}
// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}threads.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
