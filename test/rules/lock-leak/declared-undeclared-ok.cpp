// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Store {
public:
  void begin() ACQUIRE(mu_) { mu_.lock(); }
  void end() RELEASE(mu_) { mu_.unlock(); }
  void both() {
    begin();
    end();
  }

private:
  Mutex mu_;
};
