// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An assertion that is switched on reads what another thread writes.
#include <pthread.h>
static const int checks = 1;
static int level, failed;

static void *run(void *unused) {
  failed = checks && level < 0;
  return unused;
}
int main(void) {
  pthread_t worker;
  pthread_create(&worker, 0, run, 0);
  level = 10;
  pthread_join(worker, 0);
  return failed;
}

// CHECK: {{^}}{{.*}}constant-operand.c:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'level': written here while another thread may read it at {{.*}}constant-operand.c:[[#@LINE-11]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}constant-operand.c:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}constant-operand.c:[[#@LINE-7]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}constant-operand.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}constant-operand.c:[[#@LINE-15]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}constant-operand.c:[[#@LINE-19]]:{{[0-9]+}}: note: guard 'level' with a mutex, or make it atomic{{$}}
