// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One guard is gone when the other lock is taken; or the order is the same, or
// both are taken at once.
#include <fearless/mutex.h>
#include <fearless/with_all.h>

static fearless::Mutex<int> upper{100};
static fearless::Mutex<long> lower{100};

void down() {
  auto first = upper.lock();
  auto second = lower.lock();
  ++*first, ++*second;
}

void up() {
  {
    auto first = lower.lock();
    ++*first;
  }
  auto second = upper.lock();
  ++*second;
}

void once() {
  lower.with([](long &low) { ++low; });
  upper.with([](int &high) { ++high; });
}

void both() {
  fearless::with_all([](long &low, int &high) { ++low, ++high; }, lower, upper);
}
