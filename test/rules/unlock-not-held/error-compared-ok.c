// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// pthread_mutex_trylock and its kin say by one error that they did not lock.
#include <errno.h>
#include <pthread.h>
#include <threads.h>
#include <time.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static mtx_t plain;
static int n, m;

static int tryEnter(void) { return pthread_mutex_trylock(&mu); }

void direct(void) {
  if (pthread_mutex_trylock(&mu) == EBUSY)
    return;
  n++;
  pthread_mutex_unlock(&mu);
}

void wrapped(void) {
  if (tryEnter() != EBUSY) {
    n++;
    pthread_mutex_unlock(&mu);
  }
}

int switched(void) {
  int rc = pthread_mutex_trylock(&mu);
  switch (rc) {
  case 0:
    n++;
    break;
  case EBUSY:
    return 0;
  default:
    return rc;
  }
  pthread_mutex_unlock(&mu);
  return 1;
}

int timed(const struct timespec *until) {
  int rc = pthread_mutex_timedlock(&mu, until);
  if (rc == ETIMEDOUT)
    return -1;
  n++;
  pthread_mutex_unlock(&mu);
  return 0;
}

void c11(void) {
  if (mtx_trylock(&plain) == thrd_busy)
    return;
  m++;
  mtx_unlock(&plain);
}

// CHECK: 0 findings
