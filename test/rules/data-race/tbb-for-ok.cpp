// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// … under a lock; and has ended when the loop returns.
#include "Inputs/tbb.h"
int main() {
  int Total = 0;
  static tbb::spin_mutex Mu;
  tbb::parallel_for(0, 100, [&](int I) {
    tbb::spin_mutex::scoped_lock Lock(Mu);
    Total += I;
  });
  return Total;
}
