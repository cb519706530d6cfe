// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The load is relaxed, in a method; several members are published.
#include <atomic>
#include <thread>
class Job {
public:
  void run() {
    Sum = 40;
    Count = 2;
    Done.store(true, std::memory_order_release);
  }
  bool done() const { return Done.load(std::memory_order_relaxed); }
  int result() const { return Sum + Count; }

private:
  std::atomic<bool> Done{false};
  int Sum = 0, Count = 0;
};
int main() {
  Job J;
  std::thread T([&] { J.run(); });
  int Result = 0;
  if (J.done())
    Result = J.result();
  T.join();
  return Result;
}

// CHECK: {{^}}{{.*}}methods.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: 'Job::Done' is read here in relaxed order: a thread that sees it set may not see what was written to 'Job::Sum' and 1 more before [fearless-relaxed-publication]{{$}}
// CHECK: {{^}}{{.*}}methods.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write of 'Job::Sum' through a lambda in 'main' -> 'Job::run'{{$}}
// CHECK: {{^}}{{.*}}methods.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: the write of 'Job::Sum' holds no lock{{$}}
// CHECK: {{^}}{{.*}}methods.cpp:[[#@LINE-22]]:{{[0-9]+}}: note: 'Job::Done' is set here{{$}}
// CHECK: {{^}}{{.*}}methods.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: the main thread reaches the read of 'Job::Sum' through 'main' -> 'Job::result'{{$}}
// CHECK: {{^}}{{.*}}methods.cpp:[[#@LINE-21]]:{{[0-9]+}}: note: the read of 'Job::Sum' holds no lock{{$}}
// CHECK: {{^}}{{.*}}methods.cpp:[[#@LINE-23]]:{{[0-9]+}}: note: set 'Job::Done' with memory_order_release, and look at it with memory_order_acquire{{$}}
