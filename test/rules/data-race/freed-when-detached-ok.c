// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The old value is taken away under the lock, and then freed: readers hold that lock.
#include <pthread.h>
#include <stdlib.h>

struct config {
  int timeout;
};

static struct config *active;
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;

static void *load(void *arg) {
  struct config *fresh = malloc(sizeof *fresh);
  fresh->timeout = 3;
  pthread_mutex_lock(&mu);
  struct config *old = active;
  active = fresh;
  pthread_mutex_unlock(&mu);
  free(old);
  return arg;
}

static int timeout(void) {
  pthread_mutex_lock(&mu);
  int t = active->timeout;
  pthread_mutex_unlock(&mu);
  return t;
}

int main(void) {
  load(0);
  pthread_t t;
  pthread_create(&t, 0, load, 0);
  int sum = timeout();
  pthread_join(t, 0);
  return sum;
}
