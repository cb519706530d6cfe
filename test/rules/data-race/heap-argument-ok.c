// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The same, under the lock that is in it.
#include <pthread.h>
#include <stdlib.h>
struct job {
  pthread_mutex_t mu;
  int done;
};
static void *work(void *arg) {
  struct job *j = arg;
  pthread_mutex_lock(&j->mu);
  j->done++;
  pthread_mutex_unlock(&j->mu);
  return 0;
}
int main(void) {
  struct job *j = malloc(sizeof *j);
  pthread_mutex_init(&j->mu, 0);
  j->done = 0;
  pthread_t a, b;
  pthread_create(&a, 0, work, j);
  pthread_create(&b, 0, work, j);
  pthread_join(a, 0);
  pthread_join(b, 0);
  int done = j->done;
  free(j);
  return done;
}
