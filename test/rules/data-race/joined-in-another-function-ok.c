// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// All threads of the crew are joined, by another function, before its log is read.
#include <pthread.h>
#include <stdlib.h>

struct crew {
  pthread_t *members;
  int size;
  pthread_mutex_t lock;
  int done;
};

static void *work(void *arg) {
  struct crew *c = arg;
  pthread_mutex_lock(&c->lock);
  c->done++;
  pthread_mutex_unlock(&c->lock);
  return 0;
}

static void hire(struct crew *c, int size) {
  c->members = malloc(size * sizeof *c->members);
  c->size = size;
  for (int i = 0; i < size; i++)
    pthread_create(&c->members[i], 0, work, c);
}

static void dismiss(struct crew *c) {
  for (int i = 0; i < c->size; i++)
    pthread_join(c->members[i], 0);
}

int main(void) {
  static struct crew c = {.lock = PTHREAD_MUTEX_INITIALIZER};
  hire(&c, 5);
  dismiss(&c);
  return c.done;
}
