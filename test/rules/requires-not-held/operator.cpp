// RUN: not %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Matrix {
public:
  Mutex mu;
  Matrix &operator+=(int n) REQUIRES(mu);
  int operator()(int i) REQUIRES_SHARED(mu);
};
int add(Matrix &m) {
  m += 1;
  return m(0);
}

// CHECK: {{^}}{{.*}}operator.cpp:[[#@LINE-4]]:{{[0-9]+}}: warning: 'Matrix::operator+=' is called here without holding 'Matrix::mu', which it requires [fearless-requires-not-held]{{$}}
// CHECK: {{^}}{{.*}}operator.cpp:[[#@LINE-9]]:{{[0-9]+}}: note: 'Matrix::operator+=' is declared here to require 'mu'{{$}}
// CHECK: {{^}}{{.*}}operator.cpp:[[#@LINE-6]]:{{[0-9]+}}: note: lock 'Matrix::mu' before, or declare 'add' to require it, if its callers hold it{{$}}
// CHECK: {{^}}{{.*}}operator.cpp:[[#@LINE-6]]:{{[0-9]+}}: warning: 'Matrix::operator()' is called here without holding 'Matrix::mu', which it requires [fearless-requires-not-held]{{$}}
// CHECK: {{^}}{{.*}}operator.cpp:[[#@LINE-11]]:{{[0-9]+}}: note: 'Matrix::operator()' is declared here to require 'mu'{{$}}
// CHECK: {{^}}{{.*}}operator.cpp:[[#@LINE-8]]:{{[0-9]+}}: note: lock 'Matrix::mu' before, or declare 'add' to require it, if its callers hold it{{$}}
