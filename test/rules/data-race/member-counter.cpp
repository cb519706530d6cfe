// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A member is changed by two threads.
#include <mutex>
#include <thread>
class Hits {
public:
  void add() { ++count_; }
  int count() { return count_; }

private:
  int count_ = 0;
};
int main() {
  Hits hits;
  std::thread a([&] { hits.add(); }), b([&] { hits.add(); });
  a.join();
  b.join();
  return hits.count();
}

// CHECK: {{^}}{{.*}}member-counter.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'Hits::count_': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}member-counter.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Hits::add'{{$}}
// CHECK: {{^}}{{.*}}member-counter.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}member-counter.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through a lambda in 'main' -> 'Hits::add'{{$}}
// CHECK: {{^}}{{.*}}member-counter.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}member-counter.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: guard 'Hits::count_' with a mutex, or make it atomic{{$}}
