// RUN: %fearless check %s -- -std=c11 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
#define GUARDED_BY(x) __attribute__((guarded_by(x)))
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int total GUARDED_BY(mu);
static void bump(int n) { total += n; }
void add(int n) {
  pthread_mutex_lock(&mu);
  bump(n);
  pthread_mutex_unlock(&mu);
  if (pthread_mutex_trylock(&mu) == 0) {
    total += n;
    pthread_mutex_unlock(&mu);
  }
}
