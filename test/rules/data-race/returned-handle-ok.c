// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The handle of a thread is what a function returns: kept, or joined at once.
#include <pthread.h>
#include <stdlib.h>
struct job {
  int *counter;
};
static void *run(void *arg) {
  struct job *j = arg;
  ++*j->counter;
  free(j);
  return 0;
}
static pthread_t start(int *counter) {
  struct job *j = malloc(sizeof *j);
  j->counter = counter;
  pthread_t id;
  pthread_create(&id, 0, run, j);
  return id;
}
int main(void) {
  int first = 0, counters[4] = {0}, sum = 0;
  pthread_t ids[4];
  pthread_t one = start(&first);
  for (int i = 0; i < 4; ++i)
    ids[i] = start(&counters[i]);
  pthread_join(one, 0);
  for (int i = 0; i < 4; ++i)
    pthread_join(ids[i], 0);
  for (int i = 0; i < 4; ++i)
    sum += counters[i];
  return sum + first;
}
