// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A semaphore with one permit lets in one thread at a time.
#include <pthread.h>
#include <semaphore.h>
enum { THREADS = 4 };
static sem_t permits;
static long total;
static void *add(void *argument) {
  sem_wait(&permits);
  total += (long)argument;
  sem_post(&permits);
  return 0;
}
int main(void) {
  pthread_t threads[THREADS];
  sem_init(&permits, 0, 1);
  for (long i = 0; i < THREADS; i++)
    pthread_create(&threads[i], 0, add, (void *)i);
  for (int i = 0; i < THREADS; i++)
    pthread_join(threads[i], 0);
  return total;
}
