// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t again;
static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
static int n;

void init(void) {
  pthread_mutexattr_t attr;
  pthread_mutexattr_init(&attr);
  pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&again, &attr);
  pthread_mutexattr_destroy(&attr);
}

void recursive(void) {
  pthread_mutex_lock(&again);
  pthread_mutex_lock(&again);
  ++n;
  pthread_mutex_unlock(&again);
  pthread_mutex_unlock(&again);
}

void read_then_write(void) {
  pthread_rwlock_rdlock(&rw);
  int seen = n;
  pthread_rwlock_unlock(&rw);
  pthread_rwlock_wrlock(&rw);
  n += seen > 0;
  pthread_rwlock_unlock(&rw);
}

void try_first(void) {
  if (pthread_mutex_trylock(&mu) != 0)
    pthread_mutex_lock(&mu);
  ++n;
  pthread_mutex_unlock(&mu);
}
