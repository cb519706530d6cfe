// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The guard belongs to another object.
#include "../Inputs/capabilities.h"

struct Pool { Mutex mu; };
class Worker {
public:
  void idle() {
    MutexLock lock(pool_->mu);
    idle_ = true;
  }

private:
  Pool *pool_;
  bool idle_ GUARDED_BY(pool_->mu);
};
