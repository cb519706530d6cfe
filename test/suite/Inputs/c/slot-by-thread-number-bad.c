// Each worker smooths its slot with its right neighbour's slot, which the neighbour is writing.
#include <pthread.h>
#include <stdio.h>

enum { WORKERS = 4 };
static double input[WORKERS + 1] = {1, 2, 3, 4, 5};
static double slot[WORKERS + 1];

struct worker {
  pthread_t thread;
  int number;
};

static void *smooth(void *arg) {
  const struct worker *self = arg;
  int n = self->number;
  for (int round = 0; round < 100; round++) {
    slot[n] = input[n] + round; // RACE
    slot[n] = (slot[n] + slot[n + 1]) / 2; // RACE
  }
  return NULL;
}

int main(void) {
  struct worker w[WORKERS];
  for (int i = 0; i < WORKERS; i++) {
    w[i].number = i;
    pthread_create(&w[i].thread, NULL, smooth, &w[i]);
  }
  for (int i = 0; i < WORKERS; i++)
    pthread_join(w[i].thread, NULL);
  for (int i = 0; i < WORKERS; i++)
    printf("%g\n", slot[i]);
  return 0;
}
