// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
bool more();
void drain() {
  while (true) {
    mu.lock();
    if (!more())
      break;
    mu.unlock();
  }
  mu.unlock();
}
