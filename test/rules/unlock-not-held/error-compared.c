// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <errno.h>
#include <pthread.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int n;

void direct(void) {
  if (pthread_mutex_trylock(&mu) == EDEADLK) // It says EBUSY.
    return;
  n++;
  pthread_mutex_unlock(&mu);
}

// CHECK: {{^}}{{.*}}error-compared.c:[[#@LINE-3]]:{{[0-9]+}}: warning: 'mu' is unlocked here, but on some path to this point it was never locked [fearless-unlock-not-held]{{$}}
// CHECK: {{^}}{{.*}}error-compared.c:[[#@LINE-7]]:{{[0-9]+}}: note: the other paths lock it here{{$}}
// CHECK: {{^}}{{.*}}error-compared.c:[[#@LINE-5]]:{{[0-9]+}}: note: lock it on every path to this point, or unlock it only where it was locked{{$}}
