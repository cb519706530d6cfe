// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread gets an object of its own.
#include <pthread.h>
#include <stdlib.h>
struct work {
  int n;
};
static void *run(void *arg) {
  struct work *w = arg;
  w->n++;
  return 0;
}
int main(void) {
  pthread_t ids[4];
  for (int i = 0; i < 4; ++i) {
    struct work *w = malloc(sizeof *w);
    w->n = i;
    pthread_create(&ids[i], 0, run, w);
  }
  for (int i = 0; i < 4; ++i)
    pthread_join(ids[i], 0);
  return 0;
}
