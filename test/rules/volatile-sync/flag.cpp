// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A flag that one thread sets and another polls.
#include <thread>

static volatile bool stop;

static void work() {
  while (!stop)
    std::this_thread::yield();
}

int main() {
  std::thread worker(work);
  stop = true;
  worker.join();
}

// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'stop' is volatile, which does not order threads: written here while another thread may read it at {{.*}}flag.cpp:[[#@LINE-10]]:{{[0-9]+}} [fearless-volatile-sync]{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: make 'stop' a std::atomic instead of volatile{{$}}
