// One of the threads that are supposed to only read the shared table normalises it in place.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { N = 128 };
static float weights[N];

static void *peak(void *unused) {
  (void)unused;
  float best = 0;
  for (int i = 0; i < N; i++)
    if (weights[i] > best) // RACE
      best = weights[i]; // RACE
  printf("%g\n", (double)best);
  return NULL;
}

static void *normalised_sum(void *unused) {
  (void)unused;
  float *w = weights;
  float sum = 0;
  for (int i = 0; i < N; i++)
    sum += w[i]; // RACE
  for (int i = 0; i < N; i++)
    w[i] /= sum; // RACE
  printf("%g\n", (double)w[0]);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  for (int i = 0; i < N; i++)
    weights[i] = (float)(i % 9 + 1);
  pthread_create(&a, NULL, peak, NULL);
  pthread_create(&b, NULL, normalised_sum, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
