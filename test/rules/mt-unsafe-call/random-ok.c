// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Locked by the library: rand, random.
#include <pthread.h>
#include <stdlib.h>

static void *draw(void *arg) {
  rand();
  random();
  return arg;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, draw, 0);
  pthread_create(&second, 0, draw, 0);
  srand(1);
  pthread_join(first, 0);
  pthread_join(second, 0);
}
