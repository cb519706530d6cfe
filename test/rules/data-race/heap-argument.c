// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Memory from the heap, given to two threads.
#include <pthread.h>
#include <stdlib.h>
struct job {
  pthread_mutex_t mu;
  int done;
};
static void *work(void *arg) {
  struct job *j = arg;
  j->done++;
  return 0;
}
int main(void) {
  struct job *j = malloc(sizeof *j);
  pthread_mutex_init(&j->mu, 0);
  j->done = 0;
  pthread_t a, b;
  pthread_create(&a, 0, work, j);
  pthread_create(&b, 0, work, j);
  pthread_join(a, 0);
  pthread_join(b, 0);
  int done = j->done;
  free(j);
  return done;
}

// CHECK: {{^}}{{.*}}heap-argument.c:[[#@LINE-17]]:{{[0-9]+}}: warning: data race on 'job::done': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}heap-argument.c:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}heap-argument.c:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}heap-argument.c:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}heap-argument.c:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}heap-argument.c:[[#@LINE-26]]:{{[0-9]+}}: note: guard 'job::done' with a mutex, or make it atomic{{$}}
