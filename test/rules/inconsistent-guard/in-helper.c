// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// One caller takes the lock around a helper, the other does not.
#include <pthread.h>

struct ring {
  pthread_mutex_t mutex;
  int values[32];
  unsigned head, tail;
};

static int pop(struct ring *r, int *value) {
  if (r->head == r->tail)
    return 0;
  *value = r->values[r->head++ % 32];
  return 1;
}

int take(struct ring *r, int *value) {
  pthread_mutex_lock(&r->mutex);
  int any = pop(r, value);
  pthread_mutex_unlock(&r->mutex);
  return any;
}

long drain(struct ring *r) {
  long sum = 0;
  int value;
  while (pop(r, &value))
    sum += value;
  return sum;
}

// CHECK: {{^}}{{.*}}in-helper.c:[[#@LINE-19]]:{{[0-9]+}}: warning: 'ring::head' is written here without 'ring::mutex', which is held for it elsewhere [fearless-inconsistent-guard]{{$}}
// CHECK: {{^}}{{.*}}in-helper.c:[[#@LINE-14]]:{{[0-9]+}}: note: 'take' holds the lock for it here (as at 1 of 2 calls){{$}}
// CHECK: {{^}}{{.*}}in-helper.c:[[#@LINE-7]]:{{[0-9]+}}: note: 'drain' comes here without, and may run in another thread at the same time{{$}}
// CHECK: {{^}}{{.*}}in-helper.c:[[#@LINE-28]]:{{[0-9]+}}: note: hold 'ring::mutex' at every access, or make 'ring::head' atomic{{$}}
