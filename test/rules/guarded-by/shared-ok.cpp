// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Config {
public:
  void set(int n) {
    MutexLock lock(mu_);
    level_ = n;
  }
  int get() {
    ReaderLock lock(mu_);
    return level_;
  }

private:
  Mutex mu_;
  int level_ GUARDED_BY(mu_);
};
