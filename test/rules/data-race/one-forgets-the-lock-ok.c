// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// None forgets it.
#include <pthread.h>
struct account {
  pthread_mutex_t mu;
  long cents;
};
static struct account savings = {PTHREAD_MUTEX_INITIALIZER, 0};
static void deposit(struct account *a, long n) {
  pthread_mutex_lock(&a->mu);
  a->cents += n;
  pthread_mutex_unlock(&a->mu);
}
static void fee(struct account *a) {
  pthread_mutex_lock(&a->mu);
  a->cents -= 5;
  pthread_mutex_unlock(&a->mu);
}
static void *teller(void *arg) {
  deposit(arg, 100);
  return 0;
}
static void *auditor(void *arg) {
  fee(arg);
  return 0;
}
int main(void) {
  pthread_t t, u;
  pthread_create(&t, 0, teller, &savings);
  pthread_create(&u, 0, auditor, &savings);
  pthread_join(t, 0);
  pthread_join(u, 0);
  return savings.cents;
}
