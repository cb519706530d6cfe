// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The parts are added up after all threads have come to the barrier.
#include <pthread.h>
enum { WORKERS = 4 };
static pthread_barrier_t meeting;
static long parts[WORKERS], total;
static void count(long me) {
  for (long i = me; i < 1000; i += WORKERS)
    parts[me] += i;
}
static void add_up(void) {
  for (int i = 0; i < WORKERS; i++)
    total += parts[i];
}
static void *work(void *argument) {
  long me = (long)argument;
  count(me);
  pthread_barrier_wait(&meeting);
  if (me == 0)
    add_up();
  return 0;
}
int main(void) {
  pthread_t workers[WORKERS];
  pthread_barrier_init(&meeting, 0, WORKERS);
  for (long i = 0; i < WORKERS; i++)
    pthread_create(&workers[i], 0, work, (void *)i);
  for (int i = 0; i < WORKERS; i++)
    pthread_join(workers[i], 0);
  return total;
}
