// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <map>
#include <vector>
#include "../Inputs/capabilities.h"

class Index {
public:
  void add(int key) {
    MutexLock lock(mu_);
    keys_.push_back(key);
    count_[key] = 1;
  }
  int sum() {
    MutexLock lock(mu_);
    int all = 0;
    for (int key : keys_)
      all += key;
    return all;
  }

private:
  Mutex mu_;
  std::vector<int> keys_ GUARDED_BY(mu_);
  std::map<int, int> count_ GUARDED_BY(mu_);
};
