// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Both threads hold the lock of the list until the end of the scope.
#include <pthread.h>
struct guard {
  pthread_mutex_t *of;
};
static struct guard lock(pthread_mutex_t *mu) {
  pthread_mutex_lock(mu);
  return (struct guard){mu};
}
static void unlock(struct guard *guard) {
  pthread_mutex_unlock(guard->of);
}
#define GUARD(mu)                                                              \
  __attribute__((cleanup(unlock), unused)) struct guard guard = lock(mu)
pthread_mutex_t list_lock = PTHREAD_MUTEX_INITIALIZER;
pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static int length;
static void *push(void *argument) {
  GUARD(&list_lock);
  length++;
  return argument;
}
static void *pop(void *argument) {
  GUARD(&list_lock);
  length--;
  return argument;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, push, 0);
  pthread_create(&b, 0, pop, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return length;
}
