// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A lock of the user's own that has its parts in a union without a name: two of
// them are two locks.
#include <pthread.h>
#include <stdlib.h>
typedef struct {
  long taken;
  void *last;
} statistics_t;
typedef struct {
  union {
    struct {
      statistics_t statistics;
      pthread_mutex_t lock;
    };
    char padding[128];
  };
} mutex_t;
static void mutex_lock(mutex_t *m) {
  pthread_mutex_lock(&m->lock);
  m->statistics.taken++;
}
static void mutex_unlock(mutex_t *m) { pthread_mutex_unlock(&m->lock); }

struct pool {
  mutex_t registry_lock;
  int workers;
};
struct worker {
  pthread_t thread;
  mutex_t state_lock;
  int state;
};

static void *run(void *argument) {
  struct worker *w = argument;
  mutex_lock(&w->state_lock);
  w->state++;
  mutex_unlock(&w->state_lock);
  return 0;
}
void start(struct worker *w) { pthread_create(&w->thread, 0, run, w); }
void stop(struct pool *p, struct worker *w) {
  mutex_lock(&p->registry_lock);
  pthread_join(w->thread, 0);
  p->workers--;
  mutex_unlock(&p->registry_lock);
}
int main(void) {
  struct pool *p = malloc(sizeof *p);
  struct worker *w = malloc(sizeof *w);
  start(w);
  stop(p, w);
}

// CHECK: 0 findings
