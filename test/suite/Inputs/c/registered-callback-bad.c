// The callback registered with the ticker updates the widget's state, which main changes at the same time.
#include <pthread.h>
#include <stdio.h>

typedef void (*tick_fn)(void *);

struct ticker {
  pthread_t thread;
  tick_fn fn;
  void *data;
  int ticks;
};

struct widget {
  int angle;
  int redraws;
};

static void *tick(void *arg) {
  struct ticker *t = arg;
  for (int i = 0; i < t->ticks; i++)
    t->fn(t->data);
  return NULL;
}

static void ticker_register(struct ticker *t, tick_fn fn, void *data) {
  t->fn = fn;
  t->data = data;
}

static void ticker_start(struct ticker *t, int ticks) {
  t->ticks = ticks;
  pthread_create(&t->thread, NULL, tick, t);
}

static void ticker_stop(struct ticker *t) {
  pthread_join(t->thread, NULL);
}

static void rotate(void *data) {
  struct widget *w = data;
  w->angle = (w->angle + 5) % 360; // RACE
  w->redraws++; // RACE
}

int main(void) {
  struct widget w = {0, 0};
  struct ticker t;
  ticker_register(&t, rotate, &w);
  ticker_start(&t, 1000);
  w.angle = 90; // RACE
  ticker_stop(&t);
  printf("%d %d\n", w.angle, w.redraws);
  return 0;
}
