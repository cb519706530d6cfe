// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

Mutex mu;
void write() REQUIRES(mu);
void read() REQUIRES_SHARED(mu);
void both() {
  ReaderLock lock(mu);
  read();
  write();
}

// CHECK: {{^}}{{.*}}shared-is-not-enough.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'write' is called here with 'mu' held only shared, which it requires [fearless-requires-not-held]{{$}}
// CHECK: {{^}}{{.*}}shared-is-not-enough.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'write' is declared here to require 'mu'{{$}}
// CHECK: {{^}}{{.*}}shared-is-not-enough.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'mu' is taken here{{$}}
// CHECK: {{^}}{{.*}}shared-is-not-enough.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: take 'mu' exclusively{{$}}
