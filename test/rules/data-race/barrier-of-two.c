// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The task is read before the barrier that it is written before.
#include <pthread.h>
static pthread_barrier_t both;
static int task, result;
static void *work(void *argument) {
  int mine = task;
  pthread_barrier_wait(&both);
  result = mine * mine;
  return argument;
}
int main(void) {
  pthread_t worker;
  pthread_barrier_init(&both, 0, 2);
  pthread_create(&worker, 0, work, 0);
  task = 7;
  pthread_barrier_wait(&both);
  pthread_join(worker, 0);
  return result;
}

// CHECK: {{^}}{{.*}}barrier-of-two.c:[[#@LINE-6]]:{{[0-9]+}}: warning: data race on 'task': written here while another thread may read it at {{.*}}barrier-of-two.c:[[#@LINE-15]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}barrier-of-two.c:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}barrier-of-two.c:[[#@LINE-8]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}barrier-of-two.c:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}barrier-of-two.c:[[#@LINE-19]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}barrier-of-two.c:[[#@LINE-22]]:{{[0-9]+}}: note: guard 'task' with a mutex, or make it atomic{{$}}
