// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A relaxed store publishes nothing, whatever order the load has.
#include <atomic>
#include <string>
#include <thread>
static std::string Message;
static std::atomic<bool> Ready;
static void produce() {
  Message = "done";
  Ready.store(true, std::memory_order_relaxed);
}
int main() {
  std::thread Producer(produce);
  while (!Ready.load(std::memory_order_acquire)) {
  }
  unsigned long Length = Message.size();
  Producer.join();
  return Length;
}

// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-11]]:{{[0-9]+}}: warning: 'Ready' is set here in relaxed order, which does not publish 'Message' to a thread that sees it set [fearless-relaxed-publication]{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write of 'Message'{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: the write of 'Message' holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'Ready' is seen here{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the read of 'Message'{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: the read of 'Message' holds no lock{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: set 'Ready' with memory_order_release, and look at it with memory_order_acquire{{$}}
