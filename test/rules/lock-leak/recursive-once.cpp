// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Locked twice, unlocked once on one way out.
#include <mutex>
static std::recursive_mutex mu;
static int depth;

void enter(bool shallow) {
  mu.lock();
  mu.lock();
  ++depth;
  if (shallow) {
    mu.unlock();
    return;
  }
  mu.unlock();
  mu.unlock();
}

// CHECK: {{^}}{{.*}}recursive-once.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is still locked when 'enter' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}recursive-once.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: 'enter' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}recursive-once.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}recursive-once.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
