// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two tasks of a pool count at once.
#include <fearless/thread_pool.h>

int main() {
  fearless::ThreadPool pool(2);
  int count = 0;
  auto one = pool.submit([&count] { ++count; });
  auto two = pool.submit([&count] { ++count; });
  one.join();
  two.join();
  return count;
}

// CHECK: {{^}}{{.*}}pool-task.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: data race on 'count': written here while another thread may write it at {{.*}}pool-task.cpp:[[#@LINE-6]]:37 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}pool-task.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}pool-task.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pool-task.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}pool-task.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pool-task.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: guard 'count' with a mutex, or make it atomic{{$}}
