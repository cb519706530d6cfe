// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The thread sets the local flag that it has by reference: so the loop ends,
// and what comes after it is still beside the thread.
#include <atomic>
#include <thread>

int main() {
  std::atomic<bool> stop{false};
  bool paused = false;
  long sum = 0;
  std::thread worker([&] {
    paused = true;
    while (!stop)
      ++sum;
  });
  if (paused)
    sum = 0;
  stop = true;
  worker.join();
  return sum > 0;
}

// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'paused': written here while another thread may read it at {{.*}}lent-flag.cpp:[[#@LINE-7]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: guard 'paused' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'sum': written here while another thread may write it at {{.*}}lent-flag.cpp:[[#@LINE-15]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}lent-flag.cpp:[[#@LINE-24]]:{{[0-9]+}}: note: guard 'sum' with a mutex, or make it atomic{{$}}
