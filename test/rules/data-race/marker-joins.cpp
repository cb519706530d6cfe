// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Read while the worker may still run.
#include <fearless/annotations.h>
#include <functional>
class Worker {
public:
  void start(FEARLESS_CROSSES_THREAD std::function<void()> Job);
  FEARLESS_JOINS void stop();
};
int main() {
  int Result = 0;
  Worker W;
  W.start([&] { Result = 1; });
  int Early = Result;
  W.stop();
  return Early;
}

// CHECK: {{^}}{{.*}}marker-joins.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'Result': written here while another thread may read it at {{.*}}marker-joins.cpp:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}marker-joins.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}marker-joins.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}marker-joins.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}marker-joins.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}marker-joins.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: guard 'Result' with a mutex, or make it atomic{{$}}
