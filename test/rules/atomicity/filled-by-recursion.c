// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Whoever finds no value adds it: both threads may.
#include <pthread.h>

enum { LIMIT = 40 };
static unsigned long memo[LIMIT];
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;

static unsigned long compute(int n) {
  if (n < 2)
    return n;
  pthread_mutex_lock(&mu);
  unsigned long known = memo[n];
  pthread_mutex_unlock(&mu);
  if (known)
    return known;
  unsigned long value = compute(n - 1) + compute(n - 2);
  pthread_mutex_lock(&mu);
  memo[n] += value;
  pthread_mutex_unlock(&mu);
  return value;
}

static void *ask(void *arg) {
  compute(30);
  return arg;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, 0, ask, 0);
  unsigned long value = compute(35);
  pthread_join(t, 0);
  return value == 0;
}

// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-18]]:{{[0-9]+}}: warning: 'memo' may not be any more what the branch to here relies on, because another thread may write it: 'mu' is released in between [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-26]]:{{[0-9]+}}: note: 'compute' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-26]]:{{[0-9]+}}: note: 'compute' reads 'memo' here{{$}}
// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-26]]:{{[0-9]+}}: note: 'mu' is released here{{$}}
// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-26]]:{{[0-9]+}}: note: this branch depends on what was read{{$}}
// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-24]]:{{[0-9]+}}: note: 'compute' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-24]]:{{[0-9]+}}: note: 'compute' writes 'memo' here{{$}}
// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-13]]:{{[0-9]+}}: note: the thread started here may get in between, through 'ask' -> 'compute'{{$}}
// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-26]]:{{[0-9]+}}: note: it writes 'memo' here under a hold of 'mu' of its own{{$}}
// CHECK: {{^}}{{.*}}filled-by-recursion.c:[[#@LINE-27]]:{{[0-9]+}}: note: keep 'mu' from the read to the write, or look at 'memo' again under the second hold{{$}}
