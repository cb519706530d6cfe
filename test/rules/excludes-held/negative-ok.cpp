// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Monitor {
public:
  void notify() REQUIRES(!mu_);
  void refresh() REQUIRES(!mu_) {
    mu_.lock();
    mu_.unlock();
    notify();
  }

private:
  Mutex mu_;
};
