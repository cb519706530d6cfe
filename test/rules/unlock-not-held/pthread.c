// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int n;

void twice(void) {
  pthread_mutex_lock(&mu);
  ++n;
  pthread_mutex_unlock(&mu);
  pthread_mutex_unlock(&mu);
}

// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but it is not held [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-5]]:{{[0-9]+}}: note: it was given back here already{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-5]]:{{[0-9]+}}: note: drop this unlock, or lock it before{{$}}
