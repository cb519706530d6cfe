// The one thread that the barrier elects sums up, and a second barrier keeps the others from the sum until it has.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>

enum { THREADS = 3 };

static pthread_barrier_t barrier;
static double part[THREADS];
static double share[THREADS];
static double sum;

static void *normalise(void *arg) {
  int me = *(int *)arg;
  part[me] = me + 1.0;
  if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) {
    sum = 0;
    for (int i = 0; i < THREADS; i++)
      sum += part[i];
  }
  pthread_barrier_wait(&barrier);
  share[me] = part[me] / sum;
  return NULL;
}

int main(void) {
  pthread_t t[THREADS];
  int id[THREADS];
  pthread_barrier_init(&barrier, NULL, THREADS);
  for (int i = 0; i < THREADS; i++) {
    id[i] = i;
    pthread_create(&t[i], NULL, normalise, &id[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], NULL);
  pthread_barrier_destroy(&barrier);
  printf("%g\n", share[0]);
  return 0;
}
