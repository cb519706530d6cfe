// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <map>
#include <vector>
#include "../Inputs/capabilities.h"

class Index {
public:
  void add(int key) {
    keys_.push_back(key);
    count_[key] = 1;
  }
  int sum() {
    int all = 0;
    for (int key : keys_)
      all += key;
    return all;
  }

private:
  Mutex mu_;
  std::vector<int> keys_ GUARDED_BY(mu_);
  std::map<int, int> count_ GUARDED_BY(mu_);
};

// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-16]]:{{[0-9]+}}: warning: 'Index::keys_' is read here without holding 'Index::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: 'Index::keys_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: lock 'Index::mu_' before, or declare 'Index::add' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-18]]:{{[0-9]+}}: warning: 'Index::count_' is read here without holding 'Index::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'Index::count_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-20]]:{{[0-9]+}}: note: lock 'Index::mu_' before, or declare 'Index::add' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-17]]:{{[0-9]+}}: warning: 'Index::keys_' is read here without holding 'Index::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'Index::keys_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}container.cpp:[[#@LINE-19]]:{{[0-9]+}}: note: lock 'Index::mu_' before, or declare 'Index::sum' to require it, if its callers hold it{{$}}
