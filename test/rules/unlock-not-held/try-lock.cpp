// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The result of try_lock says whether there is anything to unlock.
#include <mutex>
static std::mutex mu;
static int balance;

void ignored(int n) {
  bool got = mu.try_lock();
  if (got)
    balance += n;
  mu.unlock();
}

// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but on some path to this point it was never locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the other paths lock it here{{$}}
// CHECK: {{^}}{{.*}}try-lock.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock it on every path to this point, or unlock it only where it was locked{{$}}
