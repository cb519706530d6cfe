// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both do; who takes the ring down has it to himself.
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
  pthread_mutex_lock(&r->mutex);
  while (pop(r, &value))
    sum += value;
  pthread_mutex_unlock(&r->mutex);
  return sum;
}

void end(struct ring *r) {
  int value;
  while (pop(r, &value))
    ;
  pthread_mutex_destroy(&r->mutex);
}
