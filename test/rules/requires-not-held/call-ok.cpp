// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Leases {
public:
  bool grant() {
    MutexLock lock(mu_);
    if (full())
      return false;
    ++used_;
    return true;
  }
  void clear() {
    Leases *self = this;
    MutexLock lock(self->mu_);
    drop();
  }

private:
  bool full() REQUIRES(mu_) { return used_ > 8; }
  void drop() REQUIRES(mu_) { used_ = 0; }
  Mutex mu_;
  int used_ GUARDED_BY(mu_);
};
