// The stop flag is volatile, which orders nothing between threads; the last sample that main reads is not published by it.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

static volatile int finished; // RACE
static int last_sample;

static void *sampler(void *unused) {
  (void)unused;
  for (int i = 0; i < 5; i++) {
    struct timespec ms = {0, 1000000};
    nanosleep(&ms, NULL);
    last_sample = i * i; // RACE
  }
  finished = 1; // RACE
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, sampler, NULL);
  while (!finished) // RACE
    ;
  printf("%d\n", last_sample); // RACE
  pthread_join(t, NULL);
  return 0;
}
