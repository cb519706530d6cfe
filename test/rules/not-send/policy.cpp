// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The count is in the object, and its policy is not to be atomic.
#include "Inputs/counted.h"
#include <thread>
struct Frame : boost::intrusive_ref_counter<Frame, boost::thread_unsafe_counter> {
  int Size = 1;
};
int main() {
  boost::intrusive_ptr<Frame> F(new Frame);
  std::thread Encoder([F] { (void)F->Size; });
  boost::intrusive_ptr<Frame> Mine = F;
  Encoder.join();
  return Mine->Size - 1;
}

// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'F' is copied to another thread, but 'boost::intrusive_ptr<Frame>' counts its owners without atomic operations [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: a lambda captures 'F' here{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: meanwhile 'main' copies one here{{$}}
// CHECK: {{^}}{{.*}}policy.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: use a pointer with an atomic count, such as std::shared_ptr, or move the only one to the thread{{$}}
