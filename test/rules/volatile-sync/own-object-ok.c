// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each thread counts in a structure of its own, which is set up before its start.
#include <pthread.h>
#include <stdlib.h>

struct counter {
  int id;
  volatile long n;
};

static void *count(void *arg) {
  struct counter *own = arg;
  for (int i = 0; i < 1000; ++i)
    own->n = own->n + 1;
  return arg;
}

static void set_up(struct counter *c, int id) {
  c->id = id;
  c->n = 0;
}

int main(void) {
  pthread_t all[4];
  for (int i = 0; i < 4; ++i) {
    struct counter *c = malloc(sizeof *c);
    set_up(c, i);
    c->n = 1;
    pthread_create(&all[i], 0, count, c);
  }
  for (int i = 0; i < 4; ++i)
    pthread_join(all[i], 0);
}
