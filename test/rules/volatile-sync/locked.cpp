// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Guarded where it is written only.
#include <mutex>
#include <thread>

static std::mutex mu;
static volatile bool stop;

static void work() {
  while (!stop)
    std::this_thread::yield();
}

int main() {
  std::thread worker(work);
  {
    std::lock_guard<std::mutex> lock(mu);
    stop = true;
  }
  worker.join();
}

// CHECK: {{^}}{{.*}}locked.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'stop' is volatile, which does not order threads: written here while another thread may read it at {{.*}}locked.cpp:[[#@LINE-13]]:{{[0-9]+}} [fearless-volatile-sync]{{$}}
// CHECK: {{^}}{{.*}}locked.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}locked.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}locked.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}locked.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}locked.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: make 'stop' a std::atomic instead of volatile{{$}}
