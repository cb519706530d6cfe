// The snapshot is taken by a struct assignment inside the lock and used outside.
#include <pthread.h>
#include <stdio.h>

struct weather {
  double temperature;
  double pressure;
  int station;
};

struct feed {
  pthread_mutex_t lock;
  struct weather now;
};

static struct feed feed = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void feed_update(struct feed *f, double temperature, double pressure) {
  pthread_mutex_lock(&f->lock);
  f->now.temperature = temperature;
  f->now.pressure = pressure;
  pthread_mutex_unlock(&f->lock);
}

static struct weather feed_snapshot(struct feed *f) {
  pthread_mutex_lock(&f->lock);
  struct weather copy = f->now;
  pthread_mutex_unlock(&f->lock);
  return copy;
}

static void *station(void *unused) {
  (void)unused;
  for (int i = 0; i < 500; i++)
    feed_update(&feed, 15.0 + i % 10, 1000.0 + i % 30);
  return NULL;
}

int main(void) {
  pthread_t t;
  double warmest = -100;
  pthread_create(&t, NULL, station, NULL);
  for (int i = 0; i < 500; i++) {
    struct weather w = feed_snapshot(&feed);
    if (w.temperature > warmest)
      warmest = w.temperature;
  }
  pthread_join(t, NULL);
  printf("%g\n", warmest);
  return 0;
}
