// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An error that is negative is no success.
#include <errno.h>
#include <pthread.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int full, n;

int check(void);

static int enter(void) {
  pthread_mutex_lock(&mu);
  int error = check();
  if (error < 0) {
    pthread_mutex_unlock(&mu);
    return error;
  }
  if (full) {
    pthread_mutex_unlock(&mu);
    return -EAGAIN;
  }
  return 0;
}

int add(void) {
  int error = enter();
  if (error)
    return error;
  n++;
  pthread_mutex_unlock(&mu);
  return 0;
}

// CHECK: 0 findings
