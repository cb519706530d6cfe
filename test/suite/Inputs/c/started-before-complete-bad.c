// The constructor starts the object's thread and then sets the fields that the thread reads.
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
  for (int i = 0; i < s->rate; i++) // RACE
    s->produced += s->channels; // RACE
  return NULL;
}

static struct sampler *sampler_new(int channels, int rate) {
  struct sampler *s = calloc(1, sizeof *s);
  if (pthread_create(&s->thread, NULL, sample, s) != 0) {
    free(s);
    return NULL;
  }
  s->channels = channels; // RACE
  s->rate = rate; // RACE
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
