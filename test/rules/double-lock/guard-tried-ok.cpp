// RUN: %fearless check %s -- -std=c++20 -I%src/lib/include 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Who tries a lock that he has already gets an answer, and waits for nobody.
#include <fearless/mutex.h>

bool isHeld(const fearless::Mutex<int> &number) {
  auto first = number.try_lock();
  return !number.try_lock().has_value();
}

bool isHeldAfterAll(const fearless::Mutex<int> &number) {
  auto first = number.lock();
  return !number.try_lock_for(std::chrono::milliseconds(1)).has_value();
}
