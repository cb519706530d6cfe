// Each thread has its own atomic counter, which only it increments, and the monitor sums them with relaxed loads.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

enum { THREADS = 3 };

struct lane {
  _Alignas(64) atomic_ulong cars;
};

static struct lane lanes[THREADS];

static void *drive(void *arg) {
  struct lane *l = arg;
  for (int i = 0; i < 2000; i++)
    atomic_fetch_add_explicit(&l->cars, 1, memory_order_relaxed);
  return NULL;
}

static unsigned long traffic(void) {
  unsigned long sum = 0;
  for (int i = 0; i < THREADS; i++)
    sum += atomic_load_explicit(&lanes[i].cars, memory_order_relaxed);
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
