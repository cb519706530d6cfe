// The maximum is raised by a compare-exchange loop, which looks again whenever another thread changed it.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int high_water;

static void note_level(int level) {
  int seen = atomic_load(&high_water);
  while (level > seen && !atomic_compare_exchange_weak(&high_water, &seen, level))
    ;
}

static void *pump(void *arg) {
  int seed = *(int *)arg;
  for (int i = 0; i < 1000; i++) {
    seed = (seed * 75 + 74) % 65537;
    note_level(seed);
  }
  return NULL;
}

int main(void) {
  pthread_t t[3];
  int seed[3] = {1, 2, 3};
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, pump, &seed[i]);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  printf("%d\n", atomic_load(&high_water));
  return 0;
}
