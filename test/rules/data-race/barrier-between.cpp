// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The others do not wait until the first has added up what all have counted.
#include <barrier>
#include <thread>
#include <vector>
constexpr int Workers = 4;
static std::barrier<> meeting(Workers);
static long counts[Workers], shares[Workers], total;
static void work(int me) {
  counts[me] = me * 100;
  meeting.arrive_and_wait();
  if (me == 0)
    for (long count : counts)
      total += count;
  shares[me] = 100 * counts[me] / total;
}
int main() {
  std::vector<std::jthread> workers;
  for (int i = 0; i < Workers; ++i)
    workers.emplace_back(work, i);
}

// CHECK: {{^}}{{.*}}barrier-between.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may read it at {{.*}}barrier-between.cpp:[[#@LINE-8]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}barrier-between.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}barrier-between.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}barrier-between.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}barrier-between.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}barrier-between.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: guard 'total' with a mutex, or make it atomic{{$}}
