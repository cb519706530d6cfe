// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// In C, with a flag.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int ready, table[4];
static int look(int i) {
  if (!ready) {
    pthread_mutex_lock(&mu);
    if (!ready) {
      table[0] = 1;
      ready = 1;
    }
    pthread_mutex_unlock(&mu);
  }
  return i;
}
static void *work(void *arg) {
  look(1);
  return arg;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, work, 0);
  pthread_create(&b, 0, work, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return table[0];
}

// CHECK: {{^}}{{.*}}c.c:[[#@LINE-23]]:{{[0-9]+}}: warning: double-checked locking: 'ready' is looked at here without 'mu', while another thread may set it, and is no atomic [fearless-double-checked-locking]{{$}}
// CHECK: {{^}}{{.*}}c.c:[[#@LINE-20]]:{{[0-9]+}}: note: 'look' sets it here, under 'mu'{{$}}
// CHECK: {{^}}{{.*}}c.c:[[#@LINE-9]]:{{[0-9]+}}: note: write runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}c.c:[[#@LINE-9]]:{{[0-9]+}}: note: read runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}c.c:[[#@LINE-29]]:{{[0-9]+}}: note: make 'ready' atomic, set with release and looked at with acquire order; or use call_once or a static of a function{{$}}
