// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The locks are in the structure that each thread is given, in one order.
#include <pthread.h>
struct context {
  pthread_mutex_t *first, *second;
};

static void *run(void *argument) {
  struct context *c = argument;
  pthread_mutex_lock(c->first);
  pthread_mutex_lock(c->second);
  pthread_mutex_unlock(c->second);
  pthread_mutex_unlock(c->first);
  return 0;
}

int main(void) {
  pthread_mutex_t left = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_t right = PTHREAD_MUTEX_INITIALIZER;
  struct context here = {&left, &right};
  struct context there = {&left, &right};
  pthread_t a, b;
  pthread_create(&a, 0, run, &here);
  pthread_create(&b, 0, run, &there);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return 0;
}

// CHECK: 0 findings
