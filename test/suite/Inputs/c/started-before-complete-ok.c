// The constructor sets every field that the thread reads and starts the thread last.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct sampler {
  pthread_t thread;
  int channels;
  int rate;
  long produced;
};

static void *sample(void *arg) {
  struct sampler *s = arg;
  for (int i = 0; i < s->rate; i++)
    s->produced += s->channels;
  return NULL;
}

static struct sampler *sampler_new(int channels, int rate) {
  struct sampler *s = calloc(1, sizeof *s);
  s->channels = channels;
  s->rate = rate;
  if (pthread_create(&s->thread, NULL, sample, s) != 0) {
    free(s);
    return NULL;
  }
  return s;
}

static long sampler_finish(struct sampler *s) {
  pthread_join(s->thread, NULL);
  long produced = s->produced;
  free(s);
  return produced;
}

int main(void) {
  struct sampler *s = sampler_new(2, 1000);
  if (s)
    printf("%ld\n", sampler_finish(s));
  return 0;
}
