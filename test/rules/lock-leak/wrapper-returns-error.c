// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A wrapper returns what pthread_mutex_lock returned; held, one way out forgets.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int count;

static int take(void) {
  int r = pthread_mutex_lock(&mu);
  return r;
}

int add(void) {
  if (take() == 0) {
    if (++count > 10)
      return 1;
    pthread_mutex_unlock(&mu);
  }
  return 0;
}

// CHECK: {{^}}{{.*}}wrapper-returns-error.c:[[#@LINE-6]]:{{[0-9]+}}: warning: 'mu' is still locked when 'add' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}wrapper-returns-error.c:[[#@LINE-9]]:{{[0-9]+}}: note: 'add' calls 'take', which locks 'mu'{{$}}
// CHECK: {{^}}{{.*}}wrapper-returns-error.c:[[#@LINE-7]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}wrapper-returns-error.c:[[#@LINE-9]]:{{[0-9]+}}: note: unlock 'mu' on this path too{{$}}
