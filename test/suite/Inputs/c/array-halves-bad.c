// The lower half's loop runs to the middle inclusive, so that both threads scale the middle element.
#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

#define N 1000
static float signal_data[N];

static void *lower(void *gain) {
  float g = *(float *)gain;
  for (size_t i = 0; i <= N / 2; i++)
    signal_data[i] *= g; // RACE
  return NULL;
}

static void *upper(void *gain) {
  float g = *(float *)gain;
  for (size_t i = N / 2; i < N; i++)
    signal_data[i] *= g; // RACE
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
