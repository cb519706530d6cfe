// RUN: not %fearless check %s -- -std=c11 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A wait without the state.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static int ready;
static int message;
static void *produce(void *arg) {
  message = 1;
  pthread_mutex_lock(&mu);
  ready = 1;
  pthread_cond_signal(&cond);
  pthread_mutex_unlock(&mu);
  return arg;
}
int main(void) {
  pthread_t producer;
  int seen;
  pthread_create(&producer, 0, produce, 0);
  pthread_mutex_lock(&mu);
  if (seen == 0)
    pthread_cond_wait(&cond, &mu);
  pthread_mutex_unlock(&mu);
  seen = message;
  pthread_join(producer, 0);
  return seen;
}

// CHECK: {{^}}{{.*}}condition-loop.c:[[#@LINE-20]]:{{[0-9]+}}: warning: data race on 'message': written here while another thread may read it at {{.*}}condition-loop.c:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}condition-loop.c:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}condition-loop.c:[[#@LINE-22]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}condition-loop.c:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}condition-loop.c:[[#@LINE-9]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}condition-loop.c:[[#@LINE-27]]:{{[0-9]+}}: note: guard 'message' with a mutex, or make it atomic{{$}}
