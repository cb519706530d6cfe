// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Counter {
public:
  void add() {
    MutexLock lock(mu_);
    ++count_;
  }
  int get() {
    mu_.lock();
    int n = count_;
    mu_.unlock();
    return n;
  }

private:
  Mutex mu_;
  int count_ GUARDED_BY(mu_) = 0;
};
