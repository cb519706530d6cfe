// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The place in the list is looked up under the lock, and changed without it.
#include <pthread.h>
#include <stdlib.h>

struct host {
  int name;
  struct host *next;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct host *first;

void hosts_add(int name) {
  struct host *h = calloc(1, sizeof *h);
  h->name = name;
  pthread_mutex_lock(&lock);
  h->next = first;
  first = h;
  pthread_mutex_unlock(&lock);
}

void hosts_remove(int name) {
  pthread_mutex_lock(&lock);
  struct host **at = &first;
  while (*at && (*at)->name != name)
    at = &(*at)->next;
  pthread_mutex_unlock(&lock);
  if (*at)
    *at = (*at)->next;
}

static void *fill(void *arg) {
  hosts_add(2);
  return arg;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, 0, fill, 0);
  hosts_remove(1);
  return pthread_join(t, 0);
}

// CHECK: {{^}}{{.*}}unlinked-node.c:[[#@LINE-16]]:{{[0-9]+}}: warning: this uses a reference to 'first' after 'lock', which guards it, was released [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}unlinked-node.c:[[#@LINE-22]]:{{[0-9]+}}: note: 'hosts_remove' locks 'lock' here{{$}}
// CHECK: {{^}}{{.*}}unlinked-node.c:[[#@LINE-22]]:{{[0-9]+}}: note: the reference to 'first' is made here, under the lock{{$}}
// CHECK: {{^}}{{.*}}unlinked-node.c:[[#@LINE-19]]:{{[0-9]+}}: note: it is used here, when the lock is not held any more{{$}}
// CHECK: {{^}}{{.*}}unlinked-node.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here may get in between, through 'fill' -> 'hosts_add'{{$}}
// CHECK: {{^}}{{.*}}unlinked-node.c:[[#@LINE-31]]:{{[0-9]+}}: note: it changes 'first' here under 'lock'{{$}}
// CHECK: {{^}}{{.*}}unlinked-node.c:[[#@LINE-22]]:{{[0-9]+}}: note: hold 'lock' until the last use, or copy what is needed under it{{$}}
