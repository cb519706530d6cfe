// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// `kid->owner` is the object whose `kid` it is.
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
  done(p->kid);
  pthread_mutex_unlock(&p->mu);
}
int main(void) {
  flush(make());
  return 0;
}

// CHECK: {{^}}{{.*}}owner-pointer.c:[[#@LINE-18]]:{{[0-9]+}}: warning: 'parent::mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}owner-pointer.c:[[#@LINE-10]]:{{[0-9]+}}: note: 'flush' locks 'parent::mu' here ...{{$}}
// CHECK: {{^}}{{.*}}owner-pointer.c:[[#@LINE-10]]:{{[0-9]+}}: note: ... and, still holding it, calls 'done' ...{{$}}
// CHECK: {{^}}{{.*}}owner-pointer.c:[[#@LINE-21]]:{{[0-9]+}}: note: ... which calls 'add' ...{{$}}
// CHECK: {{^}}{{.*}}owner-pointer.c:[[#@LINE-26]]:{{[0-9]+}}: note: ... which locks 'parent::mu' here again{{$}}
// CHECK: {{^}}{{.*}}owner-pointer.c:[[#@LINE-23]]:{{[0-9]+}}: note: release 'parent::mu' before this call, or give 'add' a variant that expects the lock to be held{{$}}
