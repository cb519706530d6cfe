// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
static int hits;

static void *count(void *arg) {
  ++hits;
  return arg;
}
int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, count, 0);
  pthread_create(&second, 0, count, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
}

// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-11]]:{{[0-9]+}}: warning: data race on 'hits': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-13]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-19]]:{{[0-9]+}}: note: guard 'hits' with a mutex, or make it atomic{{$}}
