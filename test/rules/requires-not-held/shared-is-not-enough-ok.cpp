// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
void write() REQUIRES(mu);
void read() REQUIRES_SHARED(mu);
void both() {
  MutexLock lock(mu);
  read();
  write();
}
