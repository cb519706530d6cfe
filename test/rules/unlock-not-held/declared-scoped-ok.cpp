// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
void step(bool again) {
  MutexLock lock(mu);
  while (again) {
    lock.unlock();
    lock.lock();
    again = false;
  }
  lock.unlock();
}
