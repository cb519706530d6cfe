// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The last of the crew is not joined when its log is read.
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
  for (int i = 0; i < c->size - 1; i++)
    pthread_join(c->members[i], 0);
}

int main(void) {
  static struct crew c = {.lock = PTHREAD_MUTEX_INITIALIZER};
  hire(&c, 5);
  dismiss(&c);
  return c.done;
}

// CHECK: {{^}}{{.*}}joined-in-another-function.c:[[#@LINE-24]]:{{[0-9]+}}: warning: data race on 'main::c.done': written here while another thread may read it at {{.*}}joined-in-another-function.c:[[#@LINE-3]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}joined-in-another-function.c:[[#@LINE-16]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}joined-in-another-function.c:[[#@LINE-26]]:{{[0-9]+}}: note: the write holds 'crew::lock'{{$}}
// CHECK: {{^}}{{.*}}joined-in-another-function.c:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}joined-in-another-function.c:[[#@LINE-7]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined-in-another-function.c:[[#@LINE-35]]:{{[0-9]+}}: note: hold 'crew::lock' at every access (1 of 2 do), or make 'main::c.done' atomic{{$}}
