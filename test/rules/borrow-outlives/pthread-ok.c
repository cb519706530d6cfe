// RUN: %fearless check %s -- 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Joined on all paths on which it was started.
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
  int bad = failed();
  pthread_join(t, 0);
  return bad ? -2 : n;
}
int later(void) {
  pthread_t t;
  int n = 0;
  int started = pthread_create(&t, 0, count, &n) == 0;
  if (started)
    pthread_join(t, 0);
  return n;
}
