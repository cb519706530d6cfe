// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Every access is atomic while there are threads; or all plain ones are under
// the lock that the atomic one holds as well.
#include <pthread.h>

static unsigned ticket, waiting;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *customer(void *last) {
  *(unsigned *)last = __atomic_fetch_add(&ticket, 1, __ATOMIC_RELAXED);
  pthread_mutex_lock(&lock);
  __atomic_store_n(&waiting, waiting + 1, __ATOMIC_RELAXED);
  pthread_mutex_unlock(&lock);
  return 0;
}

int main(void) {
  pthread_t t;
  unsigned last = 0;
  ticket = 3;
  pthread_create(&t, 0, customer, &last);
  __sync_lock_test_and_set(&ticket, 0);
  pthread_mutex_lock(&lock);
  waiting = 0;
  pthread_mutex_unlock(&lock);
  pthread_join(t, 0);
  return last > ticket;
}
