// The result of pthread_mutex_trylock is ignored: when the lock is busy, the statistics are changed without it.
#include <pthread.h>
#include <stdio.h>

struct stats {
  pthread_mutex_t lock;
  unsigned long samples;
  double mean;
};

static struct stats latency = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void record(struct stats *s, double value) {
  pthread_mutex_trylock(&s->lock); // RACE
  s->samples++; // RACE
  s->mean += (value - s->mean) / (double)s->samples; // RACE
  pthread_mutex_unlock(&s->lock); // RACE
}

static void *probe(void *arg) {
  double start = *(double *)arg;
  for (int i = 0; i < 2000; i++)
    record(&latency, start + i);
  return NULL;
}

int main(void) {
  pthread_t t[3];
  double start[3] = {1.0, 2.0, 3.0};
  for (int i = 0; i < 3; i++)
    pthread_create(&t[i], NULL, probe, &start[i]);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  printf("%s\n", latency.samples > 0 ? "sampled" : "none");
  return 0;
}
