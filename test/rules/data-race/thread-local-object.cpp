// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A thread gets a pointer to another thread's own.
#include <thread>
struct Tally {
  int Count = 0;
  void add() { ++Count; }
};
static thread_local Tally Mine;
int main() {
  Tally *Ours = &Mine;
  std::thread Other([Ours] { Ours->add(); });
  Ours->add();
  Other.join();
}

// CHECK: {{^}}{{.*}}thread-local-object.cpp:[[#@LINE-10]]:{{[0-9]+}}: warning: data race on 'Mine.Count': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-local-object.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'Tally::add'{{$}}
// CHECK: {{^}}{{.*}}thread-local-object.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-local-object.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Tally::add'{{$}}
// CHECK: {{^}}{{.*}}thread-local-object.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-local-object.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: guard 'Mine.Count' with a mutex, or make it atomic{{$}}
