// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

struct Pool { Mutex mu; };
class Worker {
public:
  void idle() {
    idle_ = true;
  }

private:
  Pool *pool_;
  bool idle_ GUARDED_BY(pool_->mu);
};

// CHECK: {{^}}{{.*}}owner.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'Worker::idle_' is written here without holding 'Pool::mu' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}owner.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'Worker::idle_' is declared here to be guarded by 'pool_->mu'{{$}}
// CHECK: {{^}}{{.*}}owner.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: lock 'Pool::mu' before, or declare 'Worker::idle' to require it, if its callers hold it{{$}}
