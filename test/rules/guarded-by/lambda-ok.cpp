// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A lambda runs with the locks of whoever runs it.
#include <algorithm>
#include <vector>
#include "../Inputs/capabilities.h"

class Stats {
public:
  void now(const std::vector<int> &all) {
    MutexLock lock(mu_);
    std::for_each(all.begin(), all.end(), [this](int n) { sum_ += n; });
    auto reset = [&] { sum_ = 0; };
    reset();
    with([this] { sum_ = 1; });
  }
  template <class F> void with(F f) { f(); }

private:
  Mutex mu_;
  int sum_ GUARDED_BY(mu_);
};
