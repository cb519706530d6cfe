// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <shared_mutex>
static std::shared_mutex mu;
static int n;

int get(int least) {
  mu.lock_shared();
  if (n < least)
    return -1;
  int seen = n;
  mu.unlock_shared();
  return seen;
}

// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is still locked when 'get' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'get' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: unlock 'mu' on this path too, or hold it with a std::lock_guard{{$}}
