// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The attribute unlocks at the end of the scope, in which the data is used.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static long count;
static int lock(void) {
  pthread_mutex_lock(&mu);
  return 1;
}
static void unlock(int *locked) {
  *locked = 0;
  pthread_mutex_unlock(&mu);
}
static void *add(void *argument) {
  {
    __attribute__((cleanup(unlock))) int locked = lock();
    count += locked;
  }
  return argument;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, add, 0);
  pthread_create(&b, 0, add, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return count;
}
