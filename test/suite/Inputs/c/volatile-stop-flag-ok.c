// The stop flag is an atomic, stored with release after the last sample and loaded with acquire.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

static atomic_int finished;
static int last_sample;

static void *sampler(void *unused) {
  (void)unused;
  for (int i = 0; i < 5; i++) {
    struct timespec ms = {0, 1000000};
    nanosleep(&ms, NULL);
    last_sample = i * i;
  }
  atomic_store_explicit(&finished, 1, memory_order_release);
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, sampler, NULL);
  while (!atomic_load_explicit(&finished, memory_order_acquire))
    ;
  printf("%d\n", last_sample);
  pthread_join(t, NULL);
  return 0;
}
