// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// All threads get one object that was allocated for them.
#include <pthread.h>
#include <stdlib.h>
struct work {
  int n;
};
static void *run(void *arg) {
  struct work *w = arg;
  w->n++;
  return 0;
}
int main(void) {
  pthread_t ids[4];
  struct work *w = malloc(sizeof *w);
  for (int i = 0; i < 4; ++i) {

    w->n = i;
    pthread_create(&ids[i], 0, run, w);
  }
  for (int i = 0; i < 4; ++i)
    pthread_join(ids[i], 0);
  return 0;
}

// CHECK: {{^}}{{.*}}allocated-per-thread.c:[[#@LINE-8]]:{{[0-9]+}}: warning: data race on 'work::n': written here while another thread may write it at {{.*}}allocated-per-thread.c:[[#@LINE-16]]:7 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}allocated-per-thread.c:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}allocated-per-thread.c:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}allocated-per-thread.c:[[#@LINE-10]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}allocated-per-thread.c:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}allocated-per-thread.c:[[#@LINE-25]]:{{[0-9]+}}: note: guard 'work::n' with a mutex, or make it atomic{{$}}
