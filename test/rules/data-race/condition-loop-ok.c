// RUN: %fearless check %s -- -std=c11 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The state is waited for in a loop.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int ready;
static int message;
static void *produce(void *arg) {
  message = 1;
  pthread_mutex_lock(&mu);
  ready = 1;
  pthread_cond_signal(&cond);
  pthread_mutex_unlock(&mu);
  return arg;
}
int main(void) {
  pthread_t producer;
  int seen;
  pthread_create(&producer, 0, produce, 0);
  pthread_mutex_lock(&mu);
  while (!ready)
    pthread_cond_wait(&cond, &mu);
  pthread_mutex_unlock(&mu);
  seen = message;
  pthread_join(producer, 0);
  return seen;
}
