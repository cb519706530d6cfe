// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The threads meet before they read what all have written, and before that is
// written again.
#include <pthread.h>
enum { N = 4 };
static pthread_barrier_t all;
static int ready, sum[N];
static void *run(void *argument) {
  long me = (long)argument;
  if (me == 0)
    ready = 1;
  pthread_barrier_wait(&all);
  sum[me] = ready;
  pthread_barrier_wait(&all);
  if (me == 0)
    ready = 2;
  return 0;
}
int main(void) {
  pthread_t threads[N];
  pthread_barrier_init(&all, 0, N);
  for (long i = 0; i < N; i++)
    pthread_create(&threads[i], 0, run, (void *)i);
  for (long i = 0; i < N; i++)
    pthread_join(threads[i], 0);
  return sum[0];
}
