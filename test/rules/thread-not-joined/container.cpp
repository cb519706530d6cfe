// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A container of threads dies, or is cleared, before they are joined.
#include <thread>
#include <vector>
void work();
bool early(int n) {
  std::vector<std::thread> ts;
  for (int i = 0; i < n; ++i)
    ts.emplace_back(work);
  if (n == 7)
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

// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'ts[...]' is destroyed here and was neither joined nor detached, which ends the program [fearless-thread-not-joined]{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: join it on every path, or use std::jthread, which joins when it is destroyed{{$}}
