// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What is older than C11: fences beside each access.
#include <pthread.h>

static volatile int ready;

static void *wait(void *arg) {
  while (!ready)
    ;
  __sync_synchronize();
  return arg;
}

int main(void) {
  pthread_t worker;
  pthread_create(&worker, 0, wait, 0);
  __sync_synchronize();
  ready = 1;
  pthread_join(worker, 0);
}
