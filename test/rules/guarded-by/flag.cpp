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

// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-12]]:{{[0-9]+}}: warning: 'Table::size_' is written here without holding 'Table::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'Table::size_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}flag.cpp:[[#@LINE-14]]:{{[0-9]+}}: note: lock 'Table::mu_' before, or declare 'Table::add' to require it, if its callers hold it{{$}}
