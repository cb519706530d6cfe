// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Taken by an atomic function, reset by a plain access: that one may come in
// between.
#include <pthread.h>

static unsigned ticket;

static void *customer(void *last) {
  *(unsigned *)last = __sync_fetch_and_add(&ticket, 1);
  return 0;
}

int main(void) {
  pthread_t t;
  unsigned last = 0;
  pthread_create(&t, 0, customer, &last);
  ticket = 0;
  pthread_join(t, 0);
  return last > 1;
}

// CHECK: {{^}}{{.*}}mixed-atomic.c:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'ticket': written here while another thread may write it at {{.*}}mixed-atomic.c:[[#@LINE-13]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}mixed-atomic.c:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}mixed-atomic.c:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}mixed-atomic.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}mixed-atomic.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}mixed-atomic.c:[[#@LINE-18]]:{{[0-9]+}}: note: only this write is atomic{{$}}
// CHECK: {{^}}{{.*}}mixed-atomic.c:[[#@LINE-22]]:{{[0-9]+}}: note: make every access to 'ticket' atomic, by its type: then none is forgotten{{$}}
