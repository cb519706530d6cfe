// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Table {
public:
  explicit Table(bool threaded) : threaded_(threaded) {}
  void add() {
    if (threaded_)
      mu_.lock();
    if (threaded_)
      ++size_;
    if (threaded_)
      mu_.unlock();
  }

private:
  const bool threaded_;
  Mutex mu_;
  int size_ GUARDED_BY(mu_) = 0;
};
