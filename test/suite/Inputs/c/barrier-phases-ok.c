// A barrier separates the phase in which each thread writes its cell from the phase in which all read the neighbours.
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdio.h>

enum { N = 4 };
static pthread_barrier_t phase;
static int height[N];
static int slope[N];

static void *relax(void *arg) {
  int me = *(int *)arg;
  for (int step = 0; step < 50; step++) {
    height[me] = height[me] + me * step;
    pthread_barrier_wait(&phase);
    slope[me] = height[(me + 1) % N] - height[me];
    pthread_barrier_wait(&phase);
  }
  return NULL;
}

int main(void) {
  pthread_t t[N];
  int id[N];
  pthread_barrier_init(&phase, NULL, N);
  for (int i = 0; i < N; i++) {
    id[i] = i;
    pthread_create(&t[i], NULL, relax, &id[i]);
  }
  for (int i = 0; i < N; i++)
    pthread_join(t[i], NULL);
  pthread_barrier_destroy(&phase);
  printf("%d\n", slope[0]);
  return 0;
}
