// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A test that is still to come tells the paths apart.
#include "../Inputs/capabilities.h"

Mutex mu;
bool ready();
void work();
void step() {
  bool held = ready();
  if (held)
    mu.lock();
  work();
  if (held)
    mu.unlock();
}
