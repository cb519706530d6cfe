// The publisher calls a snapshot of the subscribers after the unlock and keeps each alive by its reference count.
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { MAX_SUBSCRIBERS = 16 };

typedef void (*handler_fn)(void *, int);

struct subscription {
  atomic_int refs;
  handler_fn handler;
  void *data;
  int topic;
};

struct bus {
  pthread_mutex_t lock;
  struct subscription *subscribers[MAX_SUBSCRIBERS];
  int count;
  unsigned long published;
};

static struct bus bus = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void subscription_unref(struct subscription *s) {
  if (atomic_fetch_sub_explicit(&s->refs, 1, memory_order_acq_rel) == 1)
    free(s);
}

static struct subscription *bus_subscribe(struct bus *b, int topic, handler_fn handler, void *data) {
  struct subscription *s = malloc(sizeof *s);
  atomic_init(&s->refs, 1);
  s->handler = handler;
  s->data = data;
  s->topic = topic;
  pthread_mutex_lock(&b->lock);
  bool room = b->count < MAX_SUBSCRIBERS;
  if (room)
    b->subscribers[b->count++] = s;
  pthread_mutex_unlock(&b->lock);
  if (!room) {
    free(s);
    s = NULL;
  }
  return s;
}

static bool remove_locked(struct bus *b, const struct subscription *s) {
  for (int i = 0; i < b->count; i++) {
    if (b->subscribers[i] == s) {
      b->subscribers[i] = b->subscribers[--b->count];
      return true;
    }
  }
  return false;
}

static void bus_unsubscribe(struct bus *b, struct subscription *s) {
  pthread_mutex_lock(&b->lock);
  bool removed = remove_locked(b, s);
  pthread_mutex_unlock(&b->lock);
  if (removed)
    subscription_unref(s);
}

static int snapshot(struct bus *b, int topic, struct subscription **out) {
  int n = 0;
  pthread_mutex_lock(&b->lock);
  b->published++;
  for (int i = 0; i < b->count; i++) {
    struct subscription *s = b->subscribers[i];
    if (s->topic == topic) {
      atomic_fetch_add_explicit(&s->refs, 1, memory_order_relaxed);
      out[n++] = s;
    }
  }
  pthread_mutex_unlock(&b->lock);
  return n;
}

static void bus_publish(struct bus *b, int topic, int event) {
  struct subscription *targets[MAX_SUBSCRIBERS];
  int n = snapshot(b, topic, targets);
  for (int i = 0; i < n; i++) {
    targets[i]->handler(targets[i]->data, event);
    subscription_unref(targets[i]);
  }
}

static void count_event(void *data, int event) {
  atomic_long *sum = data;
  atomic_fetch_add_explicit(sum, event, memory_order_relaxed);
}

static void *publisher(void *arg) {
  int topic = *(int *)arg;
  for (int i = 0; i < 500; i++)
    bus_publish(&bus, topic, i % 5);
  return NULL;
}

static void *fickle_subscriber(void *arg) {
  atomic_long *sum = arg;
  for (int i = 0; i < 500; i++) {
    struct subscription *s = bus_subscribe(&bus, i % 2, count_event, sum);
    if (s)
      bus_unsubscribe(&bus, s);
  }
  return NULL;
}

int main(void) {
  static atomic_long sums[3];
  int topic[2] = {0, 1};
  pthread_t p[2], f[2];
  struct subscription *lasting = bus_subscribe(&bus, 0, count_event, &sums[2]);
  for (int i = 0; i < 2; i++) {
    pthread_create(&p[i], NULL, publisher, &topic[i]);
    pthread_create(&f[i], NULL, fickle_subscriber, &sums[i]);
  }
  for (int i = 0; i < 2; i++) {
    pthread_join(p[i], NULL);
    pthread_join(f[i], NULL);
  }
  bus_unsubscribe(&bus, lasting);
  printf("%ld %lu\n", atomic_load(&sums[2]), bus.published);
  return 0;
}
