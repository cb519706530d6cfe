// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What runs once may throw, and then leaves a lock behind.
#include <mutex>
#include <stdexcept>
static std::once_flag stopped;
static std::mutex timers;
static int running;
void stop() {
  std::call_once(stopped, [] {
    timers.lock();
    if (running)
      throw std::runtime_error("running");
    timers.unlock();
  });
}

// CHECK: {{^}}{{.*}}once-throws.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'timers' is still locked when an exception leaves a lambda in 'stop' from here [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}once-throws.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: a lambda in 'stop' locks 'timers' here{{$}}
// CHECK: {{^}}{{.*}}once-throws.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}once-throws.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: unlock 'timers' on this path too, or hold it with a std::lock_guard{{$}}
