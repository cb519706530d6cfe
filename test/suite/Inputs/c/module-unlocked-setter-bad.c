// A rate limiter without threads in sight: the limit is read under the lock everywhere and set by one function without it.
#include <pthread.h>
#include <stdlib.h>

struct limiter {
  pthread_mutex_t mutex;
  double tokens;
  double rate;
  double burst;
};

struct limiter *limiter_create(double rate, double burst) {
  struct limiter *l = malloc(sizeof *l);
  if (l) {
    pthread_mutex_init(&l->mutex, NULL);
    l->tokens = burst;
    l->rate = rate;
    l->burst = burst;
  }
  return l;
}

void limiter_refill(struct limiter *l, double seconds) {
  pthread_mutex_lock(&l->mutex);
  l->tokens += l->rate * seconds; // RACE
  if (l->tokens > l->burst)
    l->tokens = l->burst;
  pthread_mutex_unlock(&l->mutex);
}

int limiter_allow(struct limiter *l, double cost) {
  pthread_mutex_lock(&l->mutex);
  int allowed = l->tokens >= cost;
  if (allowed)
    l->tokens -= cost;
  pthread_mutex_unlock(&l->mutex);
  return allowed;
}

double limiter_wait_time(struct limiter *l, double cost) {
  pthread_mutex_lock(&l->mutex);
  double missing = cost - l->tokens;
  double wait = missing > 0 ? missing / l->rate : 0; // RACE
  pthread_mutex_unlock(&l->mutex);
  return wait;
}

void limiter_set_rate(struct limiter *l, double rate) {
  l->rate = rate; // RACE
}

double limiter_burst(const struct limiter *l) {
  return l->burst;
}

void limiter_destroy(struct limiter *l) {
  pthread_mutex_destroy(&l->mutex);
  free(l);
}
