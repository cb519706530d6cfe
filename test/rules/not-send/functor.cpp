// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A function object with a handle, in a task.
#include "Inputs/counted.h"
#include <future>
#include <string>
#include <thread>
struct Paint {
  boost::local_shared_ptr<std::string> Theme;
  void operator()() const { (void)Theme->size(); }
};
int main() {
  auto Theme = boost::make_local_shared<std::string>("dark");
  Paint P{Theme};
  std::packaged_task<void()> Task(P);
  std::thread Painter(std::move(Task));
  auto Mine = Theme;
  Painter.join();
  return Mine->size() == 4 ? 0 : 1;
}

// CHECK: {{^}}{{.*}}functor.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'P' is copied to another thread, but 'boost::local_shared_ptr<std::basic_string<char, std::char_traits<char>, std::allocator<char>>>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}functor.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: 'P' is bound here{{$}}
// CHECK: {{^}}{{.*}}functor.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'Paint::Theme' is a 'boost::local_shared_ptr<std::basic_string<char, std::char_traits<char>, std::allocator<char>>>', of which only one thread may copy or drop any{{$}}
// CHECK: {{^}}{{.*}}functor.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here runs 'Paint::operator()' with it{{$}}
// CHECK: {{^}}{{.*}}functor.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}functor.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
