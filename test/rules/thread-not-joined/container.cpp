// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A container of threads dies, or is cleared, before they are joined.
#include <thread>
#include <vector>
void work();
bool early(int n, bool bad) {
  std::vector<std::thread> ts;
  for (int i = 0; i < n; ++i)
    ts.emplace_back(work);
  if (bad)
    return false;
  for (auto &t : ts)
    t.join();
  return true;
}
void cleared(int n) {
  std::vector<std::thread> ts;
  for (int i = 0; i < n; ++i)
    ts.emplace_back(work);
  ts.clear();
}

// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: a thread in 'ts' is neither joined nor detached on this path: its destructor ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: on another path it is joined here{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: a thread in 'ts' is destroyed here and was neither joined nor detached, which ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: join it before{{$}}
