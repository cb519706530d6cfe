// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Two threads with the first number run, for the others are started twice.
#include <pthread.h>
static int reports;

static void *run(void *arg) {
  if ((long)arg == 0)
    reports++;
  return 0;
}
static void start(void) {
  for (long i = 0; i < 4; ++i) {
    pthread_t thread;
    pthread_create(&thread, 0, run, (void *)i);
    pthread_detach(thread);
  }
}
int main(void) {
  start();
  start();
}

// CHECK: {{^}}{{.*}}thread-number-twice.c:[[#@LINE-15]]:{{[0-9]+}}: warning: data race on 'reports': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}thread-number-twice.c:[[#@LINE-10]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}thread-number-twice.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}thread-number-twice.c:[[#@LINE-22]]:{{[0-9]+}}: note: guard 'reports' with a mutex, or make it atomic{{$}}
