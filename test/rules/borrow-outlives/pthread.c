// RUN: not %fearless check %s -- 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A thread that is joined on one path only, with the address of a local.
#include <pthread.h>
extern int failed(void);
static void *count(void *p) {
  ++*(int *)p;
  return 0;
}
int run(void) {
  pthread_t t;
  int n = 0;
  if (pthread_create(&t, 0, count, &n))
    return -1;
  if (failed())
    return -2;
  pthread_join(t, 0);
  return n;
}
