// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
static int balance;

int withdraw(int n) {
  pthread_mutex_lock(&mu);
  if (balance < n)
    return -1;
  balance -= n;
  pthread_mutex_unlock(&mu);
  return 0;
}

int peek(int least) {
  pthread_rwlock_rdlock(&rw);
  if (balance < least)
    return -1;
  int now = balance;
  pthread_rwlock_unlock(&rw);
  return now;
}

// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-15]]:{{[0-9]+}}: warning: 'mu' is still locked when 'withdraw' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-18]]:{{[0-9]+}}: note: 'withdraw' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-15]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-18]]:{{[0-9]+}}: note: unlock 'mu' on this path too{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-10]]:{{[0-9]+}}: warning: 'rw' is still locked when 'peek' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-13]]:{{[0-9]+}}: note: 'peek' locks 'rw' here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-10]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-13]]:{{[0-9]+}}: note: unlock 'rw' on this path too{{$}}
