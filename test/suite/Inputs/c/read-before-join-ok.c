// Main reads the total only after it has joined the one worker that computes it, so no lock is needed.
#include <pthread.h>
#include <stdio.h>

enum { N = 4096 };
static int samples[N];
static long long total;

static void *sum(void *unused) {
  (void)unused;
  for (int i = 0; i < N; i++)
    total += samples[i];
  return NULL;
}

int main(void) {
  for (int i = 0; i < N; i++)
    samples[i] = i % 17;
  pthread_t worker;
  if (pthread_create(&worker, NULL, sum, NULL) != 0)
    return 1;
  pthread_join(worker, NULL);
  long long result = total;
  printf("%lld\n", result);
  return 0;
}
