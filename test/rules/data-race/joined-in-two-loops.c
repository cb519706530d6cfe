// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Only the workers with even numbers are joined before all results are read.
#include <pthread.h>

enum { WORKERS = 6 };
static long found[WORKERS];

static void *search(void *arg) {
  long *mine = arg;
  *mine = 1;
  return 0;
}

int main(void) {
  pthread_t t[WORKERS];
  for (int i = 0; i < WORKERS; i++)
    pthread_create(&t[i], 0, search, &found[i]);
  for (int i = 0; i < WORKERS; i += 2)
    pthread_join(t[i], 0);
  long all = 0;
  for (int i = 0; i < WORKERS; i++)
    all += found[i];
  for (int i = 1; i < WORKERS; i += 2)
    pthread_join(t[i], 0);
  return all;
}

// CHECK: {{^}}{{.*}}joined-in-two-loops.c:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'found[...]': written here while another thread may read it at {{.*}}joined-in-two-loops.c:[[#@LINE-6]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}joined-in-two-loops.c:[[#@LINE-12]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}joined-in-two-loops.c:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined-in-two-loops.c:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}joined-in-two-loops.c:[[#@LINE-10]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}joined-in-two-loops.c:[[#@LINE-27]]:{{[0-9]+}}: note: guard 'found[...]' with a mutex{{$}}
