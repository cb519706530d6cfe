// Each thread has its own counter, but the monitor sums the plain counters while their threads are running.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { THREADS = 3 };

struct lane {
  _Alignas(64) unsigned long cars;
};

static struct lane lanes[THREADS];

static void *drive(void *arg) {
  struct lane *l = arg;
  for (int i = 0; i < 2000; i++)
    l->cars++; // RACE
  return NULL;
}

static unsigned long traffic(void) {
  unsigned long sum = 0;
  for (int i = 0; i < THREADS; i++)
    sum += lanes[i].cars; // RACE
  return sum;
}

int main(void) {
  pthread_t t[THREADS];
  for (int i = 0; i < THREADS; i++)
    pthread_create(&t[i], NULL, drive, &lanes[i]);
  unsigned long peak = traffic();
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", peak <= traffic());
  return 0;
}
