// The request points to the caller's local result; when the wait times out, the caller returns and the worker writes into a dead frame.
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
  double *result;
};

static void *compute(void *arg) {
  struct request *r = arg;
  double sum = 0;
  for (int i = 1; i < 100000; i++)
    sum += 1.0 / i;
  pthread_mutex_lock(&r->lock);
  *r->result = sum; // RACE
  r->done = 1;
  pthread_cond_signal(&r->done_cond);
  pthread_mutex_unlock(&r->lock);
  return NULL;
}

static double harmonic_or(double fallback) {
  double result = fallback; // RACE
  struct request *r = calloc(1, sizeof *r);
  pthread_mutex_init(&r->lock, NULL);
  pthread_cond_init(&r->done_cond, NULL);
  r->result = &result; // RACE
  pthread_t t;
  pthread_create(&t, NULL, compute, r);
  pthread_detach(t);
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  int rc = 0;
  pthread_mutex_lock(&r->lock);
  while (!r->done && rc != ETIMEDOUT)
    rc = pthread_cond_timedwait(&r->done_cond, &r->lock, &until);
  pthread_mutex_unlock(&r->lock);
  return result; // RACE
}

int main(void) {
  struct timespec pause = {0, 50000000};
  printf("%d\n", harmonic_or(1.0) >= 1.0);
  nanosleep(&pause, NULL);
  return 0;
}
