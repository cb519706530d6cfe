// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// After `int : 0` another memory location begins.
#include <pthread.h>
struct options {
  unsigned verbose : 1;
  unsigned : 0;
  unsigned color : 1;
};
static struct options opts;
static void *a(void *p) {
  opts.verbose = 1;
  return p;
}
static void *b(void *p) {
  opts.color = 1;
  return p;
}
int main(void) {
  pthread_t t, u;
  pthread_create(&t, 0, a, 0);
  pthread_create(&u, 0, b, 0);
  pthread_join(t, 0);
  pthread_join(u, 0);
  return opts.verbose + opts.color;
}
