// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Objects that each run a thread share what a reference of theirs names.
#include <thread>
#include <vector>
struct Stats {
  long bytes = 0;
};
class Worker {
public:
  explicit Worker(Stats &stats) : stats_(stats), thread_([this] { run(); }) {}
  ~Worker() { thread_.join(); }

private:
  void run() { stats_.bytes += 10; }
  Stats &stats_;
  long own_ = 0;
  std::thread thread_;
};
int main() {
  Stats stats;
  { Worker first(stats), second(stats); }
  return stats.bytes;
}

// CHECK: {{^}}{{.*}}workers-share-member.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'Stats::bytes': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}workers-share-member.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: each of the threads started here reaches the write through a lambda in 'Worker::Worker' -> 'Worker::run'{{$}}
// CHECK: {{^}}{{.*}}workers-share-member.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}workers-share-member.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: guard 'Stats::bytes' with a mutex, or make it atomic{{$}}
