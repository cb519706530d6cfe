// The module has a lock for the statistics and one for the queue; the flush resets a statistic under the queue's lock.
#include <pthread.h>
#include <stddef.h>

struct spool {
  pthread_mutex_t queue_lock;
  int queue[64];
  size_t queued;
  pthread_mutex_t stats_lock;
  unsigned long accepted, refused;
  size_t longest;
};

void spool_init(struct spool *s) {
  pthread_mutex_init(&s->queue_lock, NULL);
  pthread_mutex_init(&s->stats_lock, NULL);
  s->queued = s->longest = 0;
  s->accepted = s->refused = 0;
}

static void note(struct spool *s, int accepted, size_t length) {
  pthread_mutex_lock(&s->stats_lock);
  if (accepted)
    s->accepted++;
  else
    s->refused++;
  if (length > s->longest)
    s->longest = length; // RACE
  pthread_mutex_unlock(&s->stats_lock);
}

int spool_print(struct spool *s, int document) {
  pthread_mutex_lock(&s->queue_lock);
  int accepted = s->queued < 64;
  if (accepted)
    s->queue[s->queued++] = document;
  size_t length = s->queued;
  pthread_mutex_unlock(&s->queue_lock);
  note(s, accepted, length);
  return accepted;
}

void spool_flush(struct spool *s) {
  pthread_mutex_lock(&s->queue_lock);
  s->queued = 0;
  s->longest = 0; // RACE
  pthread_mutex_unlock(&s->queue_lock);
}

size_t spool_longest(struct spool *s) {
  pthread_mutex_lock(&s->stats_lock);
  size_t longest = s->longest;
  pthread_mutex_unlock(&s->stats_lock);
  return longest;
}

unsigned long spool_refused(struct spool *s) {
  pthread_mutex_lock(&s->stats_lock);
  unsigned long refused = s->refused;
  pthread_mutex_unlock(&s->stats_lock);
  return refused;
}
