// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Either the function takes the lock, or it is told that its caller has it.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int total;
static void add(int n, int locked) {
  if (!locked)
    pthread_mutex_lock(&mu);
  total += n;
  if (!locked)
    pthread_mutex_unlock(&mu);
}
static void *worker(void *arg) {
  add(1, 0);
  pthread_mutex_lock(&mu);
  add(2, 1);
  pthread_mutex_unlock(&mu);
  return arg;
}
int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, worker, 0);
  pthread_create(&second, 0, worker, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return total;
}
