// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The owner is told after its lock was given back.
#include <pthread.h>
#include <stdlib.h>
struct child;
struct parent {
  pthread_mutex_t mu;
  int n;
  struct child *kid;
};
struct child {
  struct parent *owner;
};
static void add(struct parent *p) {
  pthread_mutex_lock(&p->mu);
  p->n++;
  pthread_mutex_unlock(&p->mu);
}
static void done(struct child *c) { add(c->owner); }
static struct parent *make(void) {
  struct parent *p = malloc(sizeof *p);
  pthread_mutex_init(&p->mu, NULL);
  p->kid = malloc(sizeof *p->kid);
  p->kid->owner = p;
  return p;
}
static void flush(struct parent *p) {
  pthread_mutex_lock(&p->mu);
  p->n = 0;
  pthread_mutex_unlock(&p->mu);
  done(p->kid);
}
int main(void) {
  flush(make());
  return 0;
}
