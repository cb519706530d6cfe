// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
static int n;

void try_equal(void) {
  if (pthread_mutex_trylock(&mu) == 0) {
    ++n;
    pthread_mutex_unlock(&mu);
  }
}

void try_result(void) {
  int rc = pthread_mutex_trylock(&mu);
  if (rc != 0)
    return;
  ++n;
  pthread_mutex_unlock(&mu);
}

void readers_and_writers(int write) {
  if (write)
    pthread_rwlock_wrlock(&rw);
  else
    pthread_rwlock_rdlock(&rw);
  if (write)
    ++n;
  pthread_rwlock_unlock(&rw);
}
