// RUN: not %fearless check %s -- 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A thread that is joined on one path only, with the address of a local.
#include <pthread.h>
extern int failed(void);
static void *count(void *p) {
  ++*(int *)p;
  return 0;
}
int run(void) {
  pthread_t t;
  int n = 0;
  if (pthread_create(&t, 0, count, &n))
    return -1;
  if (failed())
    return -2;
  pthread_join(t, 0);
  return n;
}

// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-8]]:{{[0-9]+}}: warning: the thread uses 'n' and may outlive it [fearless-borrow-outlives]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread is started here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-7]]:{{[0-9]+}}: note: 'n' dies here, and the thread may still be running{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-11]]:{{[0-9]+}}: note: join the thread before, or give it a copy{{$}}
