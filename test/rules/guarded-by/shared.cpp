// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Config {
public:
  void set(int n) {
    ReaderLock lock(mu_);
    level_ = n;
  }

private:
  Mutex mu_;
  int level_ GUARDED_BY(mu_);
};

// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'Config::level_' is written here with 'Config::mu_' held only shared [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'Config::level_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'Config::mu_' is taken here{{$}}
// CHECK: {{^}}{{.*}}shared.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: take 'Config::mu_' exclusively{{$}}
