// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <errno.h>
#include <pthread.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int full, n;

int check(void);

static int enter(void) {
  pthread_mutex_lock(&mu);
  int error = check();
  if (error < 0)
    return error;
  if (full) {
    pthread_mutex_unlock(&mu);
    return -EAGAIN;
  }
  return 0;
}

int add(void) {
  int error = enter();
  if (error)
    return error;
  n++;
  pthread_mutex_unlock(&mu);
  return 0;
}

// CHECK: {{^}}{{.*}}error-passed-on.c:[[#@LINE-17]]:{{[0-9]+}}: warning: 'mu' is still locked when 'enter' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}error-passed-on.c:[[#@LINE-21]]:{{[0-9]+}}: note: 'enter' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}error-passed-on.c:[[#@LINE-17]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}error-passed-on.c:[[#@LINE-20]]:{{[0-9]+}}: note: unlock 'mu' on this path too{{$}}
