// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A thread lends the address of a variable of its own.
#include <thread>

static thread_local long mine;

static void count(long *counter) { ++*counter; }

int main() {
  std::thread helper(count, &mine);
  ++mine;
  helper.join();
  return mine == 2;
}

// CHECK: {{^}}{{.*}}thread-local-lent.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'mine': written here while another thread may write it at {{.*}}thread-local-lent.cpp:[[#@LINE-9]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-local-lent.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-local-lent.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-local-lent.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-local-lent.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-local-lent.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: guard 'mine' with a mutex, or make it atomic{{$}}
