// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Not locked: drand48 and its like.
#include <pthread.h>
#include <stdlib.h>

static void *draw(void *arg) {
  drand48();
  return arg;
}

int main(void) {
  pthread_t first;
  pthread_create(&first, 0, draw, 0);
  srand48(1);
  pthread_join(first, 0);
}

// CHECK: {{^}}{{.*}}random.c:[[#@LINE-11]]:{{[0-9]+}}: warning: 'drand48' changes the seed of drand48, which all threads share, while another thread may change it with 'srand48' at {{.*}}random.c:[[#@LINE-4]]:{{[0-9]+}} [fearless-mt-unsafe-call]{{$}}
// CHECK: {{^}}{{.*}}random.c:[[#@LINE-6]]:{{[0-9]+}}: note: the thread started here reaches the call of 'drand48'{{$}}
// CHECK: {{^}}{{.*}}random.c:[[#@LINE-13]]:{{[0-9]+}}: note: the call of 'drand48' holds no lock{{$}}
// CHECK: {{^}}{{.*}}random.c:[[#@LINE-7]]:{{[0-9]+}}: note: the main thread reaches the call of 'srand48'{{$}}
// CHECK: {{^}}{{.*}}random.c:[[#@LINE-8]]:{{[0-9]+}}: note: the call of 'srand48' holds no lock{{$}}
// CHECK: {{^}}{{.*}}random.c:[[#@LINE-16]]:{{[0-9]+}}: note: use 'erand48', which keeps no state of its own{{$}}
