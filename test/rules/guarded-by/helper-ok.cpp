// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A function that is only called with the lock held needs no attribute.
#include "../Inputs/capabilities.h"

class Queue {
public:
  void push() {
    MutexLock lock(mu_);
    grow();
  }
  void reserve() {
    MutexLock lock(mu_);
    shrink();
  }

private:
  void grow() { ++size_; }
  void shrink() { grow(); }
  Mutex mu_;
  int size_ GUARDED_BY(mu_);
};
