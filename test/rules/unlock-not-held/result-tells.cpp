// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>

enum class Status { Closed = -1, Busy = 1, Ok = 2 };

static std::mutex mu;
static bool closed;
static int n;

static Status tryEnter() {
  if (!mu.try_lock())
    return Status::Busy;
  if (closed) {
    mu.unlock();
    return Status::Closed;
  }
  return Status::Ok;
}

void status() {
  if (tryEnter() == Status::Closed)
    return; // And if it is busy?
  ++n;
  mu.unlock();
}

// CHECK: {{^}}{{.*}}result-tells.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but on some path to this point it was never locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}result-tells.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: the other paths lock it here{{$}}
// CHECK: {{^}}{{.*}}result-tells.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock it on every path to this point, or unlock it only where it was locked{{$}}
