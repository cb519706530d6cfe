// RUN: not %fearless check %s -- -std=gnu17 -I%src/lib/include 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The handle of a library in C: functions out of sight get it.
#include <fearless/annotations.h>
#include <pthread.h>
struct FEARLESS_NOT_SYNC lib_handle;
struct lib_handle *lib_open(void);
int lib_query(struct lib_handle *, int);
static struct lib_handle *shared;
static void *work(void *arg) {
  lib_query(shared, 1);
  return arg;
}
int main(void) {
  shared = lib_open();
  pthread_t t;
  pthread_create(&t, 0, work, 0);
  lib_query(shared, 2);
  pthread_join(t, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-5]]:{{[0-9]+}}: warning: 'shared' is used here while another thread may use it at {{.*}}handle.c:[[#@LINE-12]]:{{[0-9]+}}: 'lib_handle' is for one thread at a time [fearless-not-sync]{{$}}
// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the use{{$}}
// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-7]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the use{{$}}
// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-16]]:{{[0-9]+}}: note: the use holds no lock{{$}}
// CHECK: {{^}}{{.*}}handle.c:[[#@LINE-22]]:{{[0-9]+}}: note: 'lib_handle' is marked here: guard 'shared' with a mutex, or give each thread one of its own{{$}}
