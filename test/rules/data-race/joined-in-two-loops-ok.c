// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The workers with even numbers are joined, and then the others.
#include <pthread.h>

enum { WORKERS = 6 };
static long found[WORKERS];

static void *search(void *arg) {
  long *mine = arg;
  *mine = 1;
  return 0;
}

int main(void) {
  pthread_t t[WORKERS];
  for (int i = 0; i < WORKERS; i++)
    pthread_create(&t[i], 0, search, &found[i]);
  for (int i = 0; i < WORKERS; i += 2)
    pthread_join(t[i], 0);
  for (int i = 1; i < WORKERS; i += 2)
    pthread_join(t[i], 0);
  long all = 0;
  for (int i = 0; i < WORKERS; i++)
    all += found[i];
  return all;
}
