// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A copy made under the lock does; and so does a flag that tells that the data
// are this thread's now.
#include <pthread.h>

struct thermostat {
  pthread_mutex_t mutex;
  double target, last;
  int done;
  void (*listener)(double);
};

void listen(struct thermostat *t, void (*listener)(double)) {
  pthread_mutex_lock(&t->mutex);
  t->listener = listener;
  pthread_mutex_unlock(&t->mutex);
}

void measure(struct thermostat *t, double now) {
  pthread_mutex_lock(&t->mutex);
  double off = now - t->target;
  t->last = now;
  void (*listener)(double) = t->listener;
  pthread_mutex_unlock(&t->mutex);
  if (listener)
    listener(off);
}

void finish(struct thermostat *t) {
  pthread_mutex_lock(&t->mutex);
  t->done = 1;
  pthread_mutex_unlock(&t->mutex);
}

double result(struct thermostat *t) {
  pthread_mutex_lock(&t->mutex);
  int done = t->done;
  pthread_mutex_unlock(&t->mutex);
  return done ? t->last : 0;
}
