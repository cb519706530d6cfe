// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class CAPABILITY("mutex") REENTRANT_CAPABILITY Recursive {
public:
  void lock() ACQUIRE();
  void unlock() RELEASE();
};
Recursive mu;
void step() REQUIRES(mu) {
  mu.lock();
  mu.unlock();
}
void twice() {
  mu.lock();
  mu.lock();
  mu.unlock();
  mu.unlock();
}
