// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Whoever finds no value computes it: twice the same, at worst.
#include <pthread.h>

enum { LIMIT = 40 };
static unsigned long memo[LIMIT];
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;

static unsigned long compute(int n) {
  if (n < 2)
    return n;
  pthread_mutex_lock(&mu);
  unsigned long known = memo[n];
  pthread_mutex_unlock(&mu);
  if (known)
    return known;
  unsigned long value = compute(n - 1) + compute(n - 2);
  pthread_mutex_lock(&mu);
  memo[n] = value;
  pthread_mutex_unlock(&mu);
  return value;
}

static void *ask(void *arg) {
  compute(30);
  return arg;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, 0, ask, 0);
  unsigned long value = compute(35);
  pthread_join(t, 0);
  return value == 0;
}
