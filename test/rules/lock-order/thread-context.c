// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The locks are in the structure that each thread is given.
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
  struct context there = {&right, &left};
  pthread_t a, b;
  pthread_create(&a, 0, run, &here);
  pthread_create(&b, 0, run, &there);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}thread-context.c:[[#@LINE-19]]:{{[0-9]+}}: warning: 'left' and 'right' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}thread-context.c:[[#@LINE-21]]:{{[0-9]+}}: note: 'run' locks 'left' here ...{{$}}
// CHECK: {{^}}{{.*}}thread-context.c:[[#@LINE-21]]:{{[0-9]+}}: note: ... and, still holding it, locks 'right' here ('left' before 'right'){{$}}
// CHECK: {{^}}{{.*}}thread-context.c:[[#@LINE-23]]:{{[0-9]+}}: note: 'run' locks 'right' here ...{{$}}
// CHECK: {{^}}{{.*}}thread-context.c:[[#@LINE-23]]:{{[0-9]+}}: note: ... and, still holding it, locks 'left' here ('right' before 'left'){{$}}
// CHECK: {{^}}{{.*}}thread-context.c:[[#@LINE-12]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}thread-context.c:[[#@LINE-12]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}thread-context.c:[[#@LINE-26]]:{{[0-9]+}}: note: take them in one order everywhere{{$}}
