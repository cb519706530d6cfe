// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each account of the table has a lock, and whoever changes it takes that.
#include <pthread.h>
static pthread_mutex_t locks[2] = {PTHREAD_MUTEX_INITIALIZER,
                                   PTHREAD_MUTEX_INITIALIZER};
static long accounts[2];
static void *pay_in(void *argument) {
  pthread_mutex_lock(&locks[0]);
  accounts[0] += 100;
  pthread_mutex_unlock(&locks[0]);
  return argument;
}
static void *pay_out(void *argument) {
  pthread_mutex_lock(&locks[0]);
  accounts[0] -= 100;
  pthread_mutex_unlock(&locks[0]);
  return argument;
}
int main(void) {
  pthread_t in, out;
  pthread_create(&in, 0, pay_in, 0);
  pthread_create(&out, 0, pay_out, 0);
  pthread_join(in, 0);
  pthread_join(out, 0);
  return accounts[0] + accounts[1];
}
