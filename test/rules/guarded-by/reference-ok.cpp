// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

void fill(int &into);
class Pool {
public:
  void refill() {
    MutexLock lock(mu_);
    fill(free_);
  }
  int &free() REQUIRES(mu_) { return free_; }

private:
  Mutex mu_;
  int free_ GUARDED_BY(mu_);
};
