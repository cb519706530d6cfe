// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Table {
public:
  explicit Table(bool threaded) : threaded_(threaded) {}
  void add(bool quick) {
    if (threaded_ && !quick)
      mu_.lock();
    if (threaded_) {
      ++size_;
    }
    if (threaded_ && !quick)
      mu_.unlock();
  }

private:
  const bool threaded_;
  Mutex mu_;
  int size_ GUARDED_BY(mu_) = 0;
};

// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-13]]:{{[0-9]+}}: warning: 'Table::mu_' is held on some path to here, but not on every path [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: 'Table::mu_' is taken here{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-15]]:{{[0-9]+}}: note: lock it on every path to this point, or on none{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-15]]:{{[0-9]+}}: warning: 'Table::size_' is written here without holding 'Table::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'Table::size_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-17]]:{{[0-9]+}}: note: lock 'Table::mu_' before, or declare 'Table::add' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-15]]:{{[0-9]+}}: warning: 'Table::mu_' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-16]]:{{[0-9]+}}: note: drop this unlock, lock it before, or declare 'Table::add' to release it{{$}}
