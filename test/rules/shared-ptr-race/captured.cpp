// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The main thread assigns the very object that the other one copies.
#include <memory>
#include <thread>

int main() {
  auto Current = std::make_shared<int>(1);
  std::thread Reader([&Current] {
    std::shared_ptr<int> Mine = Current;
    (void)*Mine;
  });
  Current = std::make_shared<int>(2);
  Reader.join();
  return *Current;
}

// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'Current' is assigned here while another thread may copy or use it at {{.*}}captured.cpp:[[#@LINE-8]]:{{[0-9]+}}: of a 'std::shared_ptr', only the count is atomic, not the pointer [fearless-shared-ptr-race]{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the assignment{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the assignment holds no lock{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here reaches the use{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}captured.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: give the other thread a copy of its own, guard 'Current' with a mutex, or use an atomic shared pointer{{$}}
