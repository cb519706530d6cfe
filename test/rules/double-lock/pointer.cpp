// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Locks through pointers and parameters.
#include <mutex>
struct Node {
  std::mutex mu;
  int n = 0;
};
void bump(Node *p) {
  p->mu.lock();
  ++p->n;
  p->mu.unlock();
}
void parameter(Node *p) {
  std::lock_guard<std::mutex> hold(p->mu);
  bump(p);
}
void alias(Node &node) {
  std::mutex *m = &node.mu;
  m->lock();
  node.mu.lock();
  node.mu.unlock();
}

// CHECK: {{^}}{{.*}}pointer.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Node::mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}pointer.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'parameter' locks 'Node::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}pointer.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, calls 'bump' ...{{$}}
// CHECK: {{^}}{{.*}}pointer.cpp:[[#@LINE-18]]:{{[0-9]+}}: note: ... which locks 'Node::mu' here again{{$}}
// CHECK: {{^}}{{.*}}pointer.cpp:[[#@LINE-13]]:{{[0-9]+}}: note: release 'Node::mu' before this call, or give 'bump' a variant that expects the lock to be held{{$}}
// CHECK: {{^}}{{.*}}pointer.cpp:[[#@LINE-9]]:{{[0-9]+}}: warning: 'Node::mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}pointer.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'alias' locks 'Node::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}pointer.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: ... and, still holding it, locks 'Node::mu' here again{{$}}
// CHECK: {{^}}{{.*}}pointer.cpp:[[#@LINE-12]]:{{[0-9]+}}: note: release 'Node::mu' first, or drop this second lock{{$}}
