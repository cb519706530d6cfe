// Each thread gets an accumulator allocated in its own turn of the loop; main frees each after its join.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct histogram {
  unsigned bin[16];
};

static void *tally(void *arg) {
  struct histogram *h = arg;
  for (unsigned i = 0; i < 1000; i++)
    h->bin[(i * i) % 16]++;
  return NULL;
}

int main(void) {
  enum { THREADS = 3 };
  pthread_t t[THREADS];
  struct histogram *h[THREADS];
  for (int i = 0; i < THREADS; i++) {
    h[i] = calloc(1, sizeof *h[i]);
    pthread_create(&t[i], NULL, tally, h[i]);
  }
  unsigned zeros = 0;
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], NULL);
  for (int i = 0; i < THREADS; i++)
    zeros += h[i]->bin[0];
  for (int i = 0; i < THREADS; i++)
    free(h[i]);
  printf("%u\n", zeros);
  return 0;
}
