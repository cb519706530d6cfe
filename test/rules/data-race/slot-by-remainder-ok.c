// RUN: %fearless check %s -- 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The slot of a thread is its number modulo as many as there are.
#include <pthread.h>

static long totals[4];

static void *add(void *arg) {
  long *mine = &totals[*(int *)arg % 4];
  for (int i = 0; i < 100; i++)
    *mine += i;
  return 0;
}

int main(void) {
  pthread_t t[4];
  int numbers[4] = {0, 1, 2, 3};
  for (int i = 0; i < 4; i++)
    pthread_create(&t[i], 0, add, &numbers[i]);
  for (int i = 0; i < 4; i++)
    pthread_join(t[i], 0);
  return totals[0] > 0;
}
