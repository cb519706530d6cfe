// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A caller tells by the number returned whether the lock is held.
#include <mutex>

enum class Status { Closed = -1, Busy = 1, Ok = 2 };

static std::mutex mu;
static bool closed, full;
static int n;

static int enter() {
  mu.lock();
  if (closed) {
    mu.unlock();
    return -1;
  }
  if (full) {
    mu.unlock();
    return -2;
  }
  return 0;
}

static Status tryEnter() {
  if (!mu.try_lock())
    return Status::Busy;
  if (closed) {
    mu.unlock();
    return Status::Closed;
  }
  return Status::Ok;
}

void negative() {
  if (enter() < 0)
    return;
  ++n;
  mu.unlock();
}

void stored() {
  int error = enter();
  if (error)
    return;
  ++n;
  mu.unlock();
}

void status() {
  if (tryEnter() != Status::Ok)
    return;
  ++n;
  mu.unlock();
}

// CHECK: 0 findings
