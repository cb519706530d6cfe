// Main reads the total while the worker that computes it may still run; the join comes one line too late.
#include <pthread.h>
#include <stdio.h>

enum { N = 4096 };
static int samples[N];
static long long total;

static void *sum(void *unused) {
  (void)unused;
  for (int i = 0; i < N; i++)
    total += samples[i]; // RACE
  return NULL;
}

int main(void) {
  for (int i = 0; i < N; i++)
    samples[i] = i % 17;
  pthread_t worker;
  if (pthread_create(&worker, NULL, sum, NULL) != 0)
    return 1;
  long long result = total; // RACE
  pthread_join(worker, NULL);
  printf("%lld\n", result);
  return 0;
}
