// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Initialised before the start, destroyed after the join; and the last user of
// an object takes its lock down.
#include <pthread.h>
#include <stdlib.h>

struct channel {
  pthread_mutex_t lock;
  int users, sent;
};
static pthread_mutex_t late;
static int count;

static void drop(struct channel *c) {
  pthread_mutex_lock(&c->lock);
  int last = --c->users == 0;
  pthread_mutex_unlock(&c->lock);
  if (last) {
    pthread_mutex_destroy(&c->lock);
    free(c);
  }
}

static void *sender(void *arg) {
  drop(arg);
  pthread_mutex_lock(&late);
  count++;
  pthread_mutex_unlock(&late);
  return 0;
}

int main(void) {
  struct channel *c = calloc(1, sizeof *c);
  pthread_t t;
  c->users = 2;
  pthread_mutex_init(&c->lock, 0);
  pthread_mutex_init(&late, 0);
  pthread_create(&t, 0, sender, c);
  drop(c);
  pthread_join(t, 0);
  pthread_mutex_destroy(&late);
  return 0;
}
