// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int hits;

static void *count(void *arg) {
  pthread_mutex_lock(&mu);
  ++hits;
  pthread_mutex_unlock(&mu);
  return arg;
}
int main(void) {
  pthread_t first, second;
  hits = 1;
  pthread_create(&first, 0, count, 0);
  pthread_create(&second, 0, count, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return hits;
}
