// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Node {
public:
  explicit Node(Node &parent) {
    depth_ = 0;
    depth_ = parent.depth_ + 1;
  }

private:
  Mutex mu_;
  int depth_ GUARDED_BY(mu_);
};

// CHECK: {{^}}{{.*}}constructor.cpp:[[#@LINE-8]]:{{[0-9]+}}: warning: 'Node::depth_' is read here without holding 'Node::mu_' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}constructor.cpp:[[#@LINE-4]]:{{[0-9]+}}: note: 'Node::depth_' is declared here to be guarded by 'mu_'{{$}}
// CHECK: {{^}}{{.*}}constructor.cpp:[[#@LINE-10]]:{{[0-9]+}}: note: lock 'Node::mu_' before, or declare 'Node::Node' to require it, if its callers hold it{{$}}
