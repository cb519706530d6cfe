// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Store {
public:
  Mutex &mutex() RETURN_CAPABILITY(mu_);
  void sweep() REQUIRES(mu_);

private:
  Mutex mu_;
};
void clean(Store &a) {
  MutexLock lock(a.mutex());
  a.sweep();
}
