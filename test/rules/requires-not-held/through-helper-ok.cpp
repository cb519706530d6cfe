// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Log {
public:
  void flush() {
    MutexLock lock(mu_);
    write();
  }
  void rotate() {
    MutexLock lock(mu_);
    write();
  }

private:
  void write() { emit(); }
  void emit() REQUIRES(mu_);
  Mutex mu_;
};
