// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A lock of the user's own that has its parts in a union without a name:
// the one held while joining is the one that the thread needs.
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
  mutex_lock(&w->state_lock);
  pthread_join(w->thread, 0);
  p->workers--;
  mutex_unlock(&w->state_lock);
}
int main(void) {
  struct pool *p = malloc(sizeof *p);
  struct worker *w = malloc(sizeof *w);
  start(w);
  stop(p, w);
}

// CHECK: {{^}}{{.*}}unnamed-part.c:[[#@LINE-11]]:{{[0-9]+}}: warning: 'worker::state_lock' is held while joining a thread that locks it: this can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}unnamed-part.c:[[#@LINE-13]]:{{[0-9]+}}: note: 'stop' calls 'mutex_lock', which locks 'worker::state_lock' ...{{$}}
// CHECK: {{^}}{{.*}}unnamed-part.c:[[#@LINE-13]]:{{[0-9]+}}: note: ... and, still holding it, waits for the thread started at {{.*}}unnamed-part.c:[[#@LINE-16]], which needs 'worker::state_lock'{{$}}
// CHECK: {{^}}{{.*}}unnamed-part.c:[[#@LINE-22]]:{{[0-9]+}}: note: that thread calls 'mutex_lock' ...{{$}}
// CHECK: {{^}}{{.*}}unnamed-part.c:[[#@LINE-40]]:{{[0-9]+}}: note: ... which locks 'worker::state_lock' here{{$}}
// CHECK: {{^}}{{.*}}unnamed-part.c:[[#@LINE-12]]:{{[0-9]+}}: note: this runs on the main thread{{$}}
// CHECK: {{^}}{{.*}}unnamed-part.c:[[#@LINE-17]]:{{[0-9]+}}: note: release 'worker::state_lock' before waiting here{{$}}
