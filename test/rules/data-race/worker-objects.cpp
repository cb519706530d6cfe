// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each worker has a thread of its own, but all count in one place.
#include <thread>
#include <vector>
struct Totals {
  long done = 0;
};
struct Worker {
  Totals *totals;
  long own = 0;
  void run() {
    ++own;
    ++totals->done;
  }
};
int main() {
  Totals totals;
  Worker a{&totals}, b{&totals};
  std::vector<Worker *> all = {&a, &b};
  std::vector<std::thread> threads;
  for (Worker *w : all)
    threads.emplace_back(&Worker::run, w);
  for (std::thread &t : threads)
    t.join();
  return totals.done;
}

// CHECK: {{^}}{{.*}}worker-objects.cpp:[[#@LINE-15]]:{{[0-9]+}}: warning: data race on 'Totals::done': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}worker-objects.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}worker-objects.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}worker-objects.cpp:[[#@LINE-25]]:{{[0-9]+}}: note: guard 'Totals::done' with a mutex, or make it atomic{{$}}
