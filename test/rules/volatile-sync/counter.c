// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Many threads count with it.
#include <pthread.h>

static volatile int served;

static void *serve(void *arg) {
  ++served;
  return arg;
}

int main(void) {
  pthread_t all[4];
  for (int i = 0; i < 4; ++i)
    pthread_create(&all[i], 0, serve, 0);
  for (int i = 0; i < 4; ++i)
    pthread_join(all[i], 0);
  return served;
}

// CHECK: {{^}}{{.*}}counter.c:[[#@LINE-13]]:{{[0-9]+}}: warning: 'served' is volatile, which does not order threads: written here while another thread may do the same [fearless-volatile-sync]{{$}}
// CHECK: {{^}}{{.*}}counter.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}counter.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}counter.c:[[#@LINE-19]]:{{[0-9]+}}: note: make 'served' _Atomic instead of volatile{{$}}
