// The barrier is initialised for all four threads that take part.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>

#define PARTIES 4

static pthread_barrier_t all_written;
static long part[PARTIES];
static long whole[PARTIES];

static void *share(void *arg) {
  long me = (long)(size_t)arg;
  part[me] = me * 100;
  pthread_barrier_wait(&all_written);
  for (int i = 0; i < PARTIES; i++)
    whole[me] += part[i];
  return NULL;
}

int main(void) {
  pthread_t t[PARTIES];
  pthread_barrier_init(&all_written, NULL, PARTIES);
  for (size_t i = 0; i < PARTIES; i++)
    pthread_create(&t[i], NULL, share, (void *)i);
  for (int i = 0; i < PARTIES; i++)
    pthread_join(t[i], NULL);
  printf("%ld\n", whole[0]);
  return 0;
}
