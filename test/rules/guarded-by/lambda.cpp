// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <algorithm>
#include <functional>
#include <vector>
#include "../Inputs/capabilities.h"

class Stats {
public:
  std::function<void(int)> later() {
    return [this](int n) {
      sum_ += n;
    };
  }

private:
  Mutex mu_;
  int sum_ GUARDED_BY(mu_);
};

// CHECK: {{^}}{{.*}}lambda.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Stats::sum_' is written here without holding 'Stats::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}lambda.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'Stats::sum_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}lambda.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: lock 'Stats::mu_' before, or declare a lambda in 'Stats::later' to require it, if its callers hold it{{$}}
