// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Functions that make an object ready, or take it apart: they initialise or
// destroy its lock, here or in what they call, assign all of it, fill it with
// what they are given, or put it into the object whose lock guards it.
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
struct gate {
  pthread_mutex_t mu;
  pthread_cond_t changed;
};
static void gate_init(struct gate *g) {
  pthread_mutex_init(&g->mu, NULL);
  pthread_cond_init(&g->changed, NULL);
}
struct meter {
  struct gate gate;
  long sum, count, last;
  const char *unit;
};
void meter_init(struct meter *m) {
  m->sum = 0;
  gate_init(&m->gate);
}
void meter_add(struct meter *m, long value) {
  pthread_mutex_lock(&m->gate.mu);
  m->sum += value;
  m->count++;
  m->last = value;
  m->unit = "kg";
  pthread_mutex_unlock(&m->gate.mu);
}
void meter_open(struct meter *m, const char *unit) {
  m->count = 0;
  m->last = 0;
  m->unit = unit;
}
void meter_wipe(struct meter *m) { memset(m, 0, sizeof(*m)); }
long meter_close(struct meter *m) {
  long result = m->sum;
  pthread_mutex_destroy(&m->gate.mu);
  free(m);
  return result;
}
struct meter *meter_new(void) {
  struct meter *m = malloc(sizeof(*m));
  m->sum = 1;
  meter_init(m);
  return m;
}

struct pool {
  pthread_mutex_t lock;
  long turns;
};
struct member {
  struct pool *pool;
  long uses;
};
void member_join(struct member *m, struct pool *p) {
  m->uses = 0;
  m->pool = p;
}
void member_use(struct member *m) {
  pthread_mutex_lock(&m->pool->lock);
  m->uses++;
  pthread_mutex_unlock(&m->pool->lock);
}
void member_clear(struct member *m) {
  pthread_mutex_lock(&m->pool->lock);
  m->uses = 0;
  pthread_mutex_unlock(&m->pool->lock);
}
long member_uses(struct member *m) {
  pthread_mutex_lock(&m->pool->lock);
  long n = m->uses;
  pthread_mutex_unlock(&m->pool->lock);
  return n;
}
long member_busy(struct member *m) {
  pthread_mutex_lock(&m->pool->lock);
  long n = m->uses > 7;
  pthread_mutex_unlock(&m->pool->lock);
  return n;
}
