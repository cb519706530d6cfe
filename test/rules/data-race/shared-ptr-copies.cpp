// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Copies of a shared_ptr lead to one object.
#include <memory>
#include <thread>
struct Progress {
  int percent = 0;
};
int main() {
  auto progress = std::make_shared<Progress>();
  auto other = std::make_shared<Progress>();
  std::thread a([progress] { progress->percent = 50; });
  std::thread b([p = progress] { p->percent = 100; });
  a.join();
  b.join();
  return progress->percent + other->percent;
}

// CHECK: {{^}}{{.*}}shared-ptr-copies.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'Progress::percent': written here while another thread may write it at {{.*}}shared-ptr-copies.cpp:[[#@LINE-6]]:45 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}shared-ptr-copies.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}shared-ptr-copies.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}shared-ptr-copies.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}shared-ptr-copies.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}shared-ptr-copies.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: guard 'Progress::percent' with a mutex, or make it atomic{{$}}
