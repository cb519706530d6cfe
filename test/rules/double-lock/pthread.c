// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
static int n;

void twice(void) {
  pthread_mutex_lock(&mu);
  pthread_mutex_lock(&mu);
  ++n;
  pthread_mutex_unlock(&mu);
}

void upgrade(void) {
  pthread_rwlock_rdlock(&rw);
  pthread_rwlock_wrlock(&rw);
  ++n;
  pthread_rwlock_unlock(&rw);
}

void after_try(void) {
  if (pthread_mutex_trylock(&mu) == 0) {
    pthread_mutex_lock(&mu);
    ++n;
    pthread_mutex_unlock(&mu);
  }
}

// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-20]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-22]]:{{[0-9]+}}: note: 'twice' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-23]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-17]]:{{[0-9]+}}: warning: 'rw' is locked here while this thread already holds it shared: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-19]]:{{[0-9]+}}: note: 'upgrade' locks 'rw' here ...{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-19]]:{{[0-9]+}}: note: ... and, still holding it, locks 'rw' here again{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-20]]:{{[0-9]+}}: note: release 'rw' first, or drop this second lock{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-14]]:{{[0-9]+}}: warning: 'mu' is locked again while this thread already holds it: it waits for itself [fearless-double-lock]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-16]]:{{[0-9]+}}: note: 'after_try' locks 'mu' here ...{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-16]]:{{[0-9]+}}: note: ... and, still holding it, locks 'mu' here again{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-17]]:{{[0-9]+}}: note: release 'mu' first, or drop this second lock{{$}}
