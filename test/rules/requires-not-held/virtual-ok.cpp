// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include "../Inputs/capabilities.h"

class Shape {
public:
  Mutex mu;
  virtual void draw() REQUIRES(mu);
};
void show(Shape *s) {
  s->mu.lock();
  s->draw();
  s->mu.unlock();
}
