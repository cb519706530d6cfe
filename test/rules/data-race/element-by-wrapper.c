// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The wrapper starts all threads on the first element of the table.
#include <pthread.h>
#include <stdlib.h>

struct worker {
  pthread_t thread;
  int rounds;
};

static struct worker *workers;

static void *run(void *arg) {
  struct worker *me = arg;
  me->rounds = 1;
  me->rounds++;
  return 0;
}

static void start(pthread_t *t, void *arg) { pthread_create(t, 0, run, arg); }

int main(void) {
  workers = calloc(4, sizeof *workers);
  for (int i = 0; i < 4; i++)
    start(&workers[i].thread, &workers[0]);
  for (int i = 0; i < 4; i++)
    pthread_join(workers[i].thread, 0);
  return workers[3].rounds;
}

// CHECK: {{^}}{{.*}}element-by-wrapper.c:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'worker::rounds': written here while another thread may write it at {{.*}}element-by-wrapper.c:[[#@LINE-15]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}element-by-wrapper.c:[[#@LINE-12]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}element-by-wrapper.c:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}element-by-wrapper.c:[[#@LINE-14]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}element-by-wrapper.c:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}element-by-wrapper.c:[[#@LINE-28]]:{{[0-9]+}}: note: guard 'worker::rounds' with a mutex, or make it atomic{{$}}
