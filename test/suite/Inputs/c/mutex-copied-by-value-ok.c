// The worker's by-value copy of the handle holds a pointer to the one mutex, which all copies share.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct handle {
  pthread_mutex_t *lock;
  unsigned *counts;
};

static void bump(struct handle h, unsigned i) {
  pthread_mutex_lock(h.lock);
  h.counts[i % 4]++;
  pthread_mutex_unlock(h.lock);
}

static void *run(void *arg) {
  struct handle *shared = arg;
  for (unsigned i = 0; i < 400; i++)
    bump(*shared, i);
  return NULL;
}

int main(void) {
  pthread_mutex_t counts_lock = PTHREAD_MUTEX_INITIALIZER;
  struct handle h = {&counts_lock, calloc(4, sizeof(unsigned))};
  pthread_t a, b;
  pthread_create(&a, NULL, run, &h);
  pthread_create(&b, NULL, run, &h);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%u\n", h.counts[0]);
  free(h.counts);
  return 0;
}
