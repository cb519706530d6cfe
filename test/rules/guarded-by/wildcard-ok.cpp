// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
int value GUARDED_BY(mu);
void beginSingleThreaded() ACQUIRE("*");
void endSingleThreaded() RELEASE("*");
void step() {
  beginSingleThreaded();
  value = 1;
  endSingleThreaded();
}
