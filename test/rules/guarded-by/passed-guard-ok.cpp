// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Attributes of a parameter speak of the guard that is passed.
#include "../Inputs/capabilities.h"

Mutex mu;
int value GUARDED_BY(mu);
void pause(MutexLock &lock RELEASE(mu)) {
  value = 0;
  lock.unlock();
}
void resume(MutexLock &lock ACQUIRE(mu)) { lock.lock(); }
void step() {
  MutexLock lock(mu);
  pause(lock);
  resume(lock);
  value = 2;
}
