// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <thread>

static std::mutex mu, more;
static int n;

static void add() {
  std::lock_guard<std::mutex> lock(mu, std::adopt_lock);
  for (int i = 0; i < 10; ++i)
    n = n + i;
}

static void again() {
  more.lock();
  more.unlock();
  std::unique_lock<std::mutex> lock(more, std::adopt_lock);
}

int main() {
  std::thread other(add);
  other.join();
  again();
}

// CHECK: {{^}}{{.*}}adopted.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: 'mu' is adopted here, but it is not held: the guard unlocks what nobody locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}adopted.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}adopted.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: nothing on the way here locks 'mu'{{$}}
// CHECK: {{^}}{{.*}}adopted.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: lock it before, or let the guard lock it{{$}}
// CHECK: {{^}}{{.*}}adopted.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'more' is adopted here, but it is not held: the guard unlocks what nobody locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}adopted.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: it was given back here already{{$}}
// CHECK: {{^}}{{.*}}adopted.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: lock it before, or let the guard lock it{{$}}
