// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Log {
public:
  void flush() { write(); }
  void rotate() {
    MutexLock lock(mu_);
    write();
  }

private:
  void write() {
    emit();
  }
  void emit() REQUIRES(mu_);
  Mutex mu_;
};

// CHECK: {{^}}{{.*}}through-helper.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'Log::emit' is called here without holding 'Log::mu_', which it requires [fearless-requires-not-held]{{$}}
// CHECK: {{^}}{{.*}}through-helper.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: 'Log::emit' is declared here to require 'mu_'{{$}}
// CHECK: {{^}}{{.*}}through-helper.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: this call is made without 'Log::mu_'; others hold it{{$}}
// CHECK: {{^}}{{.*}}through-helper.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: lock 'Log::mu_' before, or declare 'Log::write' to require it, if its callers hold it{{$}}
