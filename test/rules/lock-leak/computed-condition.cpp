// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same condition at both ends, but a return in between.
#include <mutex>
static std::mutex mu;
static bool manual, twoQueues;
static int written;
extern bool write(int);

bool flush(int n) {
  const bool needsLock = manual && !twoQueues;
  if (needsLock)
    mu.lock();
  if (!write(n))
    return false;
  ++written;
  if (needsLock)
    mu.unlock();
  return true;
}

// CHECK: {{^}}{{.*}}computed-condition.cpp:[[#@LINE-7]]:{{[0-9]+}}: warning: 'mu' is still locked when 'flush' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}computed-condition.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: 'flush' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}computed-condition.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}computed-condition.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
