// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Matrix {
public:
  Mutex mu;
  Matrix &operator+=(int n) REQUIRES(mu);
  int operator()(int i) REQUIRES_SHARED(mu);
};
int add(Matrix &m) {
  MutexLock lock(m.mu);
  m += 1;
  return m(0);
}
