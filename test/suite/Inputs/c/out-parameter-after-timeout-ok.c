// The request with its result lives on the heap with an atomic count; whoever lets go last, caller or worker, frees it.
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct request {
  pthread_mutex_t lock;
  pthread_cond_t done_cond;
  int done;
  double result;
  atomic_int refs;
};

static void request_release(struct request *r) {
  if (atomic_fetch_sub(&r->refs, 1) == 1)
    free(r);
}

static void *compute(void *arg) {
  struct request *r = arg;
  double sum = 0;
  for (int i = 1; i < 100000; i++)
    sum += 1.0 / i;
  pthread_mutex_lock(&r->lock);
  r->result = sum;
  r->done = 1;
  pthread_cond_signal(&r->done_cond);
  pthread_mutex_unlock(&r->lock);
  request_release(r);
  return NULL;
}

static double harmonic_or(double fallback) {
  struct request *r = calloc(1, sizeof *r);
  pthread_mutex_init(&r->lock, NULL);
  pthread_cond_init(&r->done_cond, NULL);
  r->result = fallback;
  atomic_init(&r->refs, 2);
  pthread_t t;
  pthread_create(&t, NULL, compute, r);
  pthread_detach(t);
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  int rc = 0;
  pthread_mutex_lock(&r->lock);
  while (!r->done && rc != ETIMEDOUT)
    rc = pthread_cond_timedwait(&r->done_cond, &r->lock, &until);
  double result = r->result;
  pthread_mutex_unlock(&r->lock);
  request_release(r);
  return result;
}

int main(void) {
  struct timespec pause = {0, 50000000};
  printf("%d\n", harmonic_or(1.0) >= 1.0);
  nanosleep(&pause, NULL);
  return 0;
}
