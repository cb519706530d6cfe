// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The threads of one phase run on in the next.
#include <thread>
#include <vector>
static int reports;

static void run(int id) {
  if (id != 0)
    return;
  ++reports;
}
static void phase() {
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.push_back(std::thread(run, i));
  for (std::thread &t : threads)
    t.detach();
}
int main() {
  for (int round = 0; round < 3; ++round)
    phase();
}

// CHECK: {{^}}{{.*}}thread-number-phases.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'reports': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-number-phases.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-number-phases.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-phases.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: guard 'reports' with a mutex, or make it atomic{{$}}
