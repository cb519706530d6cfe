// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The handle that a function returned is joined too late.
#include <pthread.h>
#include <stdlib.h>
struct job {
  int *counter;
};
static void *run(void *arg) {
  struct job *j = arg;
  ++*j->counter;
  free(j);
  return 0;
}
static pthread_t start(int *counter) {
  struct job *j = malloc(sizeof *j);
  j->counter = counter;
  pthread_t id;
  pthread_create(&id, 0, run, j);
  return id;
}
int main(void) {
  int first = 0, counters[4] = {0}, sum = 0;
  pthread_t ids[4];
  pthread_t one = start(&first);
  for (int i = 0; i < 4; ++i)
    ids[i] = start(&counters[i]);

  for (int i = 0; i < 4; ++i)
    pthread_join(ids[i], 0);
  for (int i = 0; i < 4; ++i)
    sum += counters[i];
  sum += first;
  pthread_join(one, 0);
  return sum;
}

// CHECK: {{^}}{{.*}}returned-handle.c:[[#@LINE-27]]:{{[0-9]+}}: warning: data race on 'first': written here while another thread may read it at {{.*}}returned-handle.c:[[#@LINE-5]]:10 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}returned-handle.c:[[#@LINE-20]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}returned-handle.c:[[#@LINE-29]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}returned-handle.c:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}returned-handle.c:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}returned-handle.c:[[#@LINE-20]]:{{[0-9]+}}: note: guard 'first' with a mutex, or make it atomic{{$}}
