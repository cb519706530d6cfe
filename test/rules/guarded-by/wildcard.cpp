// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
int value GUARDED_BY(mu);
void beginSingleThreaded() ACQUIRE("*");
void endSingleThreaded() RELEASE("*");
void beginReading() ACQUIRE_SHARED("*");
void endReading() RELEASE_SHARED("*");
int step() {
  beginReading();
  value = 1;
  int n = value;
  endReading();
  return n;
}

// CHECK: {{^}}{{.*}}wildcard.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'value' is written here without holding 'mu' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}wildcard.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: 'value' is declared here to be guarded by 'mu'{{$}}
// CHECK: {{^}}{{.*}}wildcard.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: lock 'mu' before, or declare 'step' to require it, if its callers hold it{{$}}
