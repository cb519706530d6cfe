// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The number that is put back was counted from what was read before.
#include <pthread.h>

static int unused = 4;
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;

static int look(void) {
  pthread_mutex_lock(&mu);
  int n = unused;
  pthread_mutex_unlock(&mu);
  return n;
}

static void set(int n) {
  pthread_mutex_lock(&mu);
  unused = n;
  pthread_mutex_unlock(&mu);
}

static void *use(void *arg) {
  int n = look();
  set(n - 1);
  return arg;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, use, 0);
  pthread_create(&b, 0, use, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return unused == 0;
}

// CHECK: {{^}}{{.*}}put-back.c:[[#@LINE-13]]:{{[0-9]+}}: warning: 'unused' is written back from a value that was read before, and loses what another thread writes while 'mu' is released [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}put-back.c:[[#@LINE-15]]:{{[0-9]+}}: note: 'use' calls 'look' here ...{{$}}
// CHECK: {{^}}{{.*}}put-back.c:[[#@LINE-28]]:{{[0-9]+}}: note: ... which reads 'unused' here, under a hold of 'mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}put-back.c:[[#@LINE-16]]:{{[0-9]+}}: note: 'use' calls 'set' here ...{{$}}
// CHECK: {{^}}{{.*}}put-back.c:[[#@LINE-23]]:{{[0-9]+}}: note: ... which writes 'unused' here, under a hold of 'mu' that ends with the call{{$}}
// CHECK: {{^}}{{.*}}put-back.c:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here may get in between, through 'use' -> 'set'{{$}}
// CHECK: {{^}}{{.*}}put-back.c:[[#@LINE-25]]:{{[0-9]+}}: note: it writes 'unused' here under a hold of 'mu' of its own{{$}}
// CHECK: {{^}}{{.*}}put-back.c:[[#@LINE-20]]:{{[0-9]+}}: note: keep 'mu' from the read to the write, or look at 'unused' again under the second hold{{$}}
