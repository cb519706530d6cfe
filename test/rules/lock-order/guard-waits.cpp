// RUN: not %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Not the other lock that is held, which the one who notifies needs.
#include <fearless/condvar.h>
#include <fearless/mutex.h>
#include <thread>
#include <vector>

static fearless::Mutex<std::vector<int>> jobs;
static fearless::Mutex<int> statistics{0};
static fearless::Condvar more;

int main() {
  std::thread([] {
    {
      auto count = statistics.lock();
      ++*count;
    }
    jobs.lock()->push_back(1);
    more.notify_one();
  }).detach();
  auto count = statistics.lock();
  auto guard = jobs.lock();
  more.wait(guard, [](auto &all) { return !all.empty(); });
  ++*count;
}

// CHECK: {{^}}{{.*}}guard-waits.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'statistics' is held while waiting for 'more', which is only notified after taking it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}guard-waits.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'main' calls 'fearless::Mutex::lock', which locks 'statistics' ...{{$}}
// CHECK: {{^}}{{.*}}guard-waits.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: ... and, still holding it, waits for 'more' here{{$}}
// CHECK: {{^}}{{.*}}guard-waits.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: a lambda in 'main' locks 'statistics' here ...{{$}}
// CHECK: {{^}}{{.*}}guard-waits.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: ... before it notifies 'more' here{{$}}
// CHECK: {{^}}{{.*}}guard-waits.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}guard-waits.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: release 'statistics' before waiting here{{$}}
