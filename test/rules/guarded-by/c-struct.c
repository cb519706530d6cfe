// RUN: not %fearless check %s -- -std=c11 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
#include <pthread.h>
#define GUARDED_BY(x) __attribute__((guarded_by(x)))
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int total GUARDED_BY(mu);
void add(int n) {
  total += n;
}

// CHECK: {{^}}{{.*}}c-struct.c:[[#@LINE-3]]:{{[0-9]+}}: warning: 'total' is written here without holding 'mu' [fearless-guarded-by]{{$}}
// CHECK: {{^}}{{.*}}c-struct.c:[[#@LINE-6]]:{{[0-9]+}}: note: 'total' is declared here to be guarded by 'mu'{{$}}
// CHECK: {{^}}{{.*}}c-struct.c:[[#@LINE-5]]:{{[0-9]+}}: note: lock 'mu' before, or declare 'add' to require it, if its callers hold it{{$}}
