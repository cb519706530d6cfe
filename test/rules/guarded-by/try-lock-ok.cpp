// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
int value GUARDED_BY(mu);
void set(int n, bool wait) {
  bool locked = wait ? mu.tryLock() : false;
  if (locked) {
    value = n;
    mu.unlock();
  }
  if (!mu.tryLock())
    return;
  value = n;
  mu.unlock();
}
