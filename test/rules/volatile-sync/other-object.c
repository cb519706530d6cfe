// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The main thread stops a worker through the structure that it gave it.
#include <pthread.h>
#include <stdlib.h>

struct worker {
  pthread_t thread;
  volatile int stop;
};

static void *run(void *arg) {
  struct worker *own = arg;
  while (!own->stop)
    ;
  return 0;
}

static void start(struct worker *w) {
  w->stop = 0;
  pthread_create(&w->thread, 0, run, w);
}
static void stop(struct worker *w) {
  w->stop = 1;
  pthread_join(w->thread, 0);
}

int main(void) {
  struct worker *w = malloc(sizeof *w);
  start(w);
  stop(w);
  free(w);
}

// CHECK: {{^}}{{.*}}other-object.c:[[#@LINE-11]]:{{[0-9]+}}: warning: 'worker::stop' is volatile, which does not order threads: written here while another thread may read it at {{.*}}other-object.c:[[#@LINE-21]]:{{[0-9]+}} [fearless-volatile-sync]{{$}}
// CHECK: {{^}}{{.*}}other-object.c:[[#@LINE-12]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'stop'{{$}}
// CHECK: {{^}}{{.*}}other-object.c:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}other-object.c:[[#@LINE-17]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}other-object.c:[[#@LINE-25]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}other-object.c:[[#@LINE-31]]:{{[0-9]+}}: note: make 'worker::stop' _Atomic instead of volatile{{$}}
