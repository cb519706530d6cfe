// The maximum is raised by an atomic load and a separate atomic store; a larger value stored in between is overwritten.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int high_water;

static void note_level(int level) {
  int seen = atomic_load(&high_water); // RACE
  if (level > seen) // RACE
    atomic_store(&high_water, level); // RACE
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
