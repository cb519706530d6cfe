// After main has filled the table, any number of threads read it without a lock; the one that normalises works on a copy.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { N = 128 };
static float weights[N];

static void *peak(void *unused) {
  (void)unused;
  float best = 0;
  for (int i = 0; i < N; i++)
    if (weights[i] > best)
      best = weights[i];
  printf("%g\n", (double)best);
  return NULL;
}

static void *normalised_sum(void *unused) {
  (void)unused;
  float w[N];
  memcpy(w, weights, sizeof w);
  float sum = 0;
  for (int i = 0; i < N; i++)
    sum += w[i];
  for (int i = 0; i < N; i++)
    w[i] /= sum;
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
