// RUN: not %fearless check --strict %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Nothing tells who else uses what a plain pointer leads to.
#include <thread>
struct Job {
  int Size = 0;
};
static int run(Job *J) { return J->Size; }
int main() {
  Job *J = new Job;
  std::thread Other([J] { run(J); });
  Other.join();
  delete J;
}

// CHECK: {{^}}{{.*}}strict-pointer.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'J' is shared with another thread, and nothing shows that this is safe: it is a raw pointer [fearless-not-send]{{$}}
// CHECK: {{^}}{{.*}}strict-pointer.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: a lambda captures 'J' here{{$}}
// CHECK: {{^}}{{.*}}strict-pointer.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here runs a lambda in 'main' with it{{$}}
// CHECK: {{^}}{{.*}}strict-pointer.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: use what owns or guards the object: a std::unique_ptr, or a mutex that owns it{{$}}
