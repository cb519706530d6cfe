// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Shape {
public:
  Mutex mu;
  virtual void draw() REQUIRES(mu);
};
void show(Shape *s) {
  s->draw();
}

// CHECK: {{^}}{{.*}}virtual.cpp:[[#@LINE-3]]:{{[0-9]+}}: warning: 'Shape::draw' is called here without holding 'Shape::mu', which it requires [fearless-requires-not-held]{{$}}
// CHECK: {{^}}{{.*}}virtual.cpp:[[#@LINE-7]]:{{[0-9]+}}: note: 'Shape::draw' is declared here to require 'mu'{{$}}
// CHECK: {{^}}{{.*}}virtual.cpp:[[#@LINE-5]]:{{[0-9]+}}: note: lock 'Shape::mu' before, or declare 'show' to require it, if its callers hold it{{$}}
