// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Threads that a loop starts all change what they have captured.
#include <thread>
#include <vector>
int main() {
  std::vector<std::thread> threads;
  long sum = 0;
  long parts[4] = {};
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&, i] { sum += i; });
  for (auto &t : threads)
    t.join();
  return sum + parts[0];
}

// CHECK: {{^}}{{.*}}loop-of-threads.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'sum': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}loop-of-threads.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}loop-of-threads.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}loop-of-threads.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: guard 'sum' with a mutex, or make it atomic{{$}}
