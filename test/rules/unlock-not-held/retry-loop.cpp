// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The loop may end without the lock, and the flag that says so is not asked.
#include <chrono>
#include <mutex>
static std::timed_mutex mu;
static int value;
static bool update(int tries) {
  bool got = false;
  while (!got && tries--)
    got = mu.try_lock_for(std::chrono::milliseconds(5));
  if (got)
    ++value;
  mu.unlock();
  return got;
}
int main() { return update(3); }

// CHECK: {{^}}{{.*}}retry-loop.cpp:[[#@LINE-5]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but on some path to this point it was never locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}retry-loop.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: the other paths lock it here{{$}}
// CHECK: {{^}}{{.*}}retry-loop.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: lock it on every path to this point, or unlock it only where it was locked{{$}}
