// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Monitor {
public:
  void refresh() {
    {
      MutexLock lock(mu_);
      ++count_;
    }
    notify();
  }
  void notify() EXCLUDES(mu_);

private:
  Mutex mu_;
  int count_ GUARDED_BY(mu_);
};
