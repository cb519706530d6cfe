// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A weak_ptr is no more for two threads than a shared_ptr.
#include <memory>
#include <thread>

static std::weak_ptr<int> Last;

int main() {
  auto First = std::make_shared<int>(1);
  std::thread Watcher([] {
    if (auto Value = Last.lock())
      (void)*Value;
  });
  Last = First;
  Watcher.join();
  return 0;
}

// CHECK: {{^}}{{.*}}weak.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Last' is assigned here while another thread may copy or use it at {{.*}}weak.cpp:[[#@LINE-8]]:{{[0-9]+}}: of a 'std::weak_ptr', only the count is atomic, not the pointer [fearless-shared-ptr-race]{{$}}
// CHECK: {{^}}{{.*}}weak.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the assignment{{$}}
// CHECK: {{^}}{{.*}}weak.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the assignment holds no lock{{$}}
// CHECK: {{^}}{{.*}}weak.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here reaches the use{{$}}
// CHECK: {{^}}{{.*}}weak.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}weak.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: give the other thread a copy of its own, guard 'Last' with a mutex, or use an atomic shared pointer{{$}}
