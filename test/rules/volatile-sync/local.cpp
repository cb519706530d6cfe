// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A local variable that the thread has by reference.
#include <thread>

int main() {
  volatile bool stop = false;
  std::thread worker([&stop] {
    while (!stop)
      std::this_thread::yield();
  });
  stop = true;
  worker.join();
}

// CHECK: {{^}}{{.*}}local.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'stop' is volatile, which does not order threads: written here while another thread may read it at {{.*}}local.cpp:[[#@LINE-7]]:{{[0-9]+}} [fearless-volatile-sync]{{$}}
// CHECK: {{^}}{{.*}}local.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}local.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}local.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}local.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}local.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: make 'stop' a std::atomic instead of volatile{{$}}
