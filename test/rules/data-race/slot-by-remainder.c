// RUN: not %fearless check %s -- 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The slot of a thread is its number modulo three, but there are four threads.
#include <pthread.h>

static long totals[4];

static void *add(void *arg) {
  long *mine = &totals[*(int *)arg % 3];
  for (int i = 0; i < 100; i++)
    *mine += i;
  return 0;
}

int main(void) {
  pthread_t t[4];
  int numbers[4] = {0, 1, 2, 3};
  for (int i = 0; i < 4; i++)
    pthread_create(&t[i], 0, add, &numbers[i]);
  for (int i = 0; i < 4; i++)
    pthread_join(t[i], 0);
  return totals[0] > 0;
}

// CHECK: {{^}}{{.*}}slot-by-remainder.c:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'totals[...]': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}slot-by-remainder.c:[[#@LINE-7]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}slot-by-remainder.c:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}slot-by-remainder.c:[[#@LINE-17]]:{{[0-9]+}}: note: for example, both get to element [0]{{$}}
// CHECK: {{^}}{{.*}}slot-by-remainder.c:[[#@LINE-23]]:{{[0-9]+}}: note: guard 'totals[...]' with a mutex{{$}}
