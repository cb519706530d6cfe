// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Members of a structure are memory locations of their own.
#include <pthread.h>
union value {
  int i;
  float f;
};
static union value v, w;
static void *ints(void *p) {
  v.i = 1;
  return p;
}
static void *floats(void *p) {
  w.f = 2;
  return p;
}
int main(void) {
  pthread_t t, u;
  pthread_create(&t, 0, ints, 0);
  pthread_create(&u, 0, floats, 0);
  pthread_join(t, 0);
  pthread_join(u, 0);
  return v.i + w.i;
}
