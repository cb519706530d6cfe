// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <mutex>
#include <shared_mutex>
#include "../Inputs/capabilities.h"

class Cache {
public:
  void put(int n) {
    std::unique_lock lock(mu_);
    lock.unlock();
    value_ = n;
  }
  void rename(int n) {
    std::shared_lock lock(names_);
    name_ = n;
  }

private:
  std::mutex mu_;
  std::shared_mutex names_;
  int value_ GUARDED_BY(mu_);
  int name_ GUARDED_BY(names_);
};

// CHECK: {{^}}{{.*}}std-mutex.cpp:[[#@LINE-14]]:{{[0-9]+}}: warning: 'Cache::value_' is written here without holding 'Cache::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}std-mutex.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: 'Cache::value_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}std-mutex.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: lock 'Cache::mu_' before, or declare 'Cache::put' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}std-mutex.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Cache::name_' is written here with 'Cache::names_' held only shared [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}std-mutex.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'Cache::name_' is declared here to be guarded by 'names_'{{$}}
// CHECK: {{^}}{{.*}}std-mutex.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: 'Cache::names_' is taken here{{$}}
// CHECK: {{^}}{{.*}}std-mutex.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: take 'Cache::names_' exclusively{{$}}
