// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Locks and guards of the library count, returned ones too.
#include <mutex>
#include <shared_mutex>
#include "../Inputs/capabilities.h"

class Cache {
public:
  std::unique_lock<std::mutex> lock() { return std::unique_lock(mu_); }
  void put(int n) {
    auto held = lock();
    value_ = n;
    held.unlock();
    std::scoped_lock both(mu_, names_);
    name_ = value_;
  }
  void tryPut(int n) {
    std::unique_lock lock(mu_, std::try_to_lock);
    if (lock.owns_lock())
      value_ = n;
  }
  int name() {
    std::shared_lock lock(names_);
    return name_;
  }

private:
  std::mutex mu_;
  std::shared_mutex names_;
  int value_ GUARDED_BY(mu_);
  int name_ GUARDED_BY(names_);
};
