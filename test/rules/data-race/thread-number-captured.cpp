// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The capture is the same for several.
#include <thread>
#include <vector>
static int total, reports;

static void report(int id) {
  if (id == 0)
    ++reports;
}
int main() {
  std::vector<std::thread> threads;
  for (int id = 0; id < 4; ++id)
    threads.emplace_back([role = id & 1] {
      report(role);
      switch (role) {
      case 3:
        ++total;
        break;
      default:
        break;
      }
    });
  for (std::thread &t : threads)
    t.join();
}

// CHECK: {{^}}{{.*}}thread-number-captured.cpp:[[#@LINE-19]]:{{[0-9]+}}: warning: data race on 'reports': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-number-captured.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: each of the threads started here reaches the write through a lambda in 'main' -> 'report'{{$}}
// CHECK: {{^}}{{.*}}thread-number-captured.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-captured.cpp:[[#@LINE-26]]:{{[0-9]+}}: note: guard 'reports' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}thread-number-captured.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-number-captured.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-number-captured.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-captured.cpp:[[#@LINE-30]]:{{[0-9]+}}: note: guard 'total' with a mutex, or make it atomic{{$}}
