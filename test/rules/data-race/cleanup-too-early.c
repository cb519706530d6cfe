// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The attribute unlocks at the end of the scope, after which the data is used.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static long count;
static int lock(void) {
  pthread_mutex_lock(&mu);
  return 1;
}
static void unlock(int *locked) {
  *locked = 0;
  pthread_mutex_unlock(&mu);
}
static void *add(void *argument) {
  {
    __attribute__((cleanup(unlock))) int locked = lock();
  }
  count += 1;
  return argument;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, add, 0);
  pthread_create(&b, 0, add, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return count;
}

// CHECK: {{^}}{{.*}}cleanup-too-early.c:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'count': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}cleanup-too-early.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}cleanup-too-early.c:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}cleanup-too-early.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}cleanup-too-early.c:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}cleanup-too-early.c:[[#@LINE-30]]:{{[0-9]+}}: note: guard 'count' with a mutex, or make it atomic{{$}}
