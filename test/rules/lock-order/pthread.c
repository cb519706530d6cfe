// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
static pthread_mutex_t ledger = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t audit = PTHREAD_MUTEX_INITIALIZER;

static void *post(void *arg) {
  pthread_mutex_lock(&ledger);
  pthread_mutex_lock(&audit);
  pthread_mutex_unlock(&audit);
  pthread_mutex_unlock(&ledger);
  return arg;
}
static void *review(void *arg) {
  pthread_mutex_lock(&audit);
  pthread_mutex_lock(&ledger);
  pthread_mutex_unlock(&ledger);
  pthread_mutex_unlock(&audit);
  return arg;
}
int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, post, 0);
  pthread_create(&second, 0, review, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
}

// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-13]]:{{[0-9]+}}: warning: 'ledger' and 'audit' are locked in opposite orders and can deadlock [fearless-lock-order]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-22]]:{{[0-9]+}}: note: 'post' locks 'ledger' here ...{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-22]]:{{[0-9]+}}: note: ... and, still holding it, locks 'audit' here ('ledger' before 'audit'){{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-17]]:{{[0-9]+}}: note: 'review' locks 'audit' here ...{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-17]]:{{[0-9]+}}: note: ... and, still holding it, locks 'ledger' here ('audit' before 'ledger'){{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-11]]:{{[0-9]+}}: note: the first order runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-11]]:{{[0-9]+}}: note: the second runs on the thread started here{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-20]]:{{[0-9]+}}: note: take them in one order everywhere{{$}}
