// Two threads scale the lower and the upper half of one array; the ranges are half-open and do not overlap.
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

#define N 1000
static float signal_data[N];

static void *lower(void *gain) {
  float g = *(float *)gain;
  for (size_t i = 0; i < N / 2; i++)
    signal_data[i] *= g;
  return NULL;
}

static void *upper(void *gain) {
  float g = *(float *)gain;
  for (size_t i = N / 2; i < N; i++)
    signal_data[i] *= g;
  return NULL;
}

int main(void) {
  float gain = 0.5f;
  pthread_t a, b;
  for (size_t i = 0; i < N; i++)
    signal_data[i] = (float)i;
  pthread_create(&a, NULL, lower, &gain);
  pthread_create(&b, NULL, upper, &gain);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%g\n", (double)signal_data[N / 2]);
  return 0;
}
