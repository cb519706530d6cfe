// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A wrapper returns what pthread_mutex_lock returned: only zero means held.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int count;

static int take(void) {
  int r = pthread_mutex_lock(&mu);
  return r;
}

int add(void) {
  if (take() == 0) {
    ++count;
    pthread_mutex_unlock(&mu);
  }
  return 0;
}

// CHECK: 0 findings
