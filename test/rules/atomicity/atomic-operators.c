// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// C's _Atomic: n = n + 1 is a load and a store.
#include <pthread.h>

static _Atomic int n;

static void *run(void *unused) {
  n = n + 1;
  return 0;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, run, 0);
  pthread_create(&second, 0, run, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return n;
}

// CHECK: {{^}}{{.*}}atomic-operators.c:[[#@LINE-13]]:{{[0-9]+}}: warning: 'n' is written back from a value that was read before, and loses what another thread writes in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}atomic-operators.c:[[#@LINE-14]]:{{[0-9]+}}: note: 'run' reads 'n' here{{$}}
// CHECK: {{^}}{{.*}}atomic-operators.c:[[#@LINE-15]]:{{[0-9]+}}: note: 'run' writes 'n' here{{$}}
// CHECK: {{^}}{{.*}}atomic-operators.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here may get in between{{$}}
// CHECK: {{^}}{{.*}}atomic-operators.c:[[#@LINE-17]]:{{[0-9]+}}: note: it writes 'n' here{{$}}
// CHECK: {{^}}{{.*}}atomic-operators.c:[[#@LINE-18]]:{{[0-9]+}}: note: make it one atomic operation: exchange, fetch_add, or a loop of compare_exchange_weak{{$}}
