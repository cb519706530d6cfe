// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
#include <sched.h>
static pthread_mutex_t ledger = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t audit = PTHREAD_MUTEX_INITIALIZER;

static void *post(void *arg) {
  pthread_mutex_lock(&ledger);
  pthread_mutex_lock(&audit);
  pthread_mutex_unlock(&audit);
  pthread_mutex_unlock(&ledger);
  return arg;
}
static void *review(void *arg) {
  pthread_mutex_lock(&audit);
  while (pthread_mutex_trylock(&ledger) != 0) {
    pthread_mutex_unlock(&audit);
    sched_yield();
    pthread_mutex_lock(&audit);
  }
  pthread_mutex_unlock(&ledger);
  pthread_mutex_unlock(&audit);
  return arg;
}
int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, post, 0);
  pthread_create(&second, 0, review, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
}
