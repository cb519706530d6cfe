// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An argument is a class with a handle in it.
#include "Inputs/counted.h"
#include <future>
#include <vector>
using Palette = boost::local_shared_ptr<std::vector<int>>;
template <class T> struct Tagged {
  int Tag;
  T Value;
};
static unsigned long count(Tagged<Palette> P) { return P.Value->size(); }
static unsigned long analyse(const Palette &Base) {
  Tagged<Palette> T{1, Base};
  auto Count = std::async(std::launch::async, count, T);
  Palette Mine = Base;
  return Mine->size() + Count.get();
}
int main() {
  auto P = boost::make_local_shared<std::vector<int>>();
  return static_cast<int>(analyse(P));
}

// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'T' is copied to another thread, but 'boost::local_shared_ptr<std::vector<int, std::allocator<int>>>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'Tagged::Value' is a 'boost::local_shared_ptr<std::vector<int, std::allocator<int>>>', of which only one thread may copy or drop any{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here runs 'count' with it{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: meanwhile 'analyse' copies one here{{$}}
// CHECK: {{^}}{{.*}}argument.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as boost::shared_ptr, or move the only one to the thread{{$}}
