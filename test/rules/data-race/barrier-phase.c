// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The threads meet before they read what all have written, but the first one
// writes again what the others may still be reading.
#include <pthread.h>
enum { N = 4 };
static pthread_barrier_t all;
static int ready, sum[N];
static void *run(void *argument) {
  long me = (long)argument;
  if (me == 0)
    ready = 1;
  pthread_barrier_wait(&all);
  sum[me] = ready;
  if (me == 0)
    ready = 2;
  return 0;
}
int main(void) {
  pthread_t threads[N];
  pthread_barrier_init(&all, 0, N);
  for (long i = 0; i < N; i++)
    pthread_create(&threads[i], 0, run, (void *)i);
  for (long i = 0; i < N; i++)
    pthread_join(threads[i], 0);
  return sum[0];
}

// CHECK: {{^}}{{.*}}barrier-phase.c:[[#@LINE-13]]:{{[0-9]+}}: warning: data race on 'ready': written here while another thread may read it at {{.*}}barrier-phase.c:[[#@LINE-15]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}barrier-phase.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}barrier-phase.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}barrier-phase.c:[[#@LINE-9]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}barrier-phase.c:[[#@LINE-19]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}barrier-phase.c:[[#@LINE-26]]:{{[0-9]+}}: note: guard 'ready' with a mutex, or make it atomic{{$}}
