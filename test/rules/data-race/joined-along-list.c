// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The loop ends before the last worker of the list.
#include <pthread.h>
#include <stdlib.h>

struct worker {
  pthread_t thread;
  long found;
  struct worker *next;
};

static void *search(void *arg) {
  struct worker *w = arg;
  w->found++;
  return 0;
}

int main(void) {
  struct worker *first = 0;
  for (int i = 0; i < 4; i++) {
    struct worker *w = calloc(1, sizeof *w);
    w->next = first;
    first = w;
    pthread_create(&w->thread, 0, search, w);
  }
  for (struct worker *w = first; w->next; w = w->next)
    pthread_join(w->thread, 0);
  long found = 0;
  for (struct worker *w = first; w; w = w->next)
    found += w->found;
  return found;
}

// CHECK: {{^}}{{.*}}joined-along-list.c:[[#@LINE-20]]:{{[0-9]+}}: warning: data race on 'worker::found': written here while another thread may read it at {{.*}}joined-along-list.c:[[#@LINE-4]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}joined-along-list.c:[[#@LINE-11]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}joined-along-list.c:[[#@LINE-22]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined-along-list.c:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}joined-along-list.c:[[#@LINE-8]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined-along-list.c:[[#@LINE-31]]:{{[0-9]+}}: note: guard 'worker::found' with a mutex, or make it atomic{{$}}
