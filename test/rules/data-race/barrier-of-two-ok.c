// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The task is read after both have come to the barrier.
#include <pthread.h>
static pthread_barrier_t both;
static int task, result;
static void *work(void *argument) {
  pthread_barrier_wait(&both);
  int mine = task;
  result = mine * mine;
  return argument;
}
int main(void) {
  pthread_t worker;
  pthread_barrier_init(&both, 0, 2);
  pthread_create(&worker, 0, work, 0);
  task = 7;
  pthread_barrier_wait(&both);
  pthread_join(worker, 0);
  return result;
}
