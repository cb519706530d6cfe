// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The second thread holds the lock of the log until the end of the scope.
#include <pthread.h>
struct guard {
  pthread_mutex_t *of;
};
static struct guard lock(pthread_mutex_t *mu) {
  pthread_mutex_lock(mu);
  return (struct guard){mu};
}
static void unlock(struct guard *guard) {
  pthread_mutex_unlock(guard->of);
}
#define GUARD(mu)                                                              \
  __attribute__((cleanup(unlock), unused)) struct guard guard = lock(mu)
pthread_mutex_t list_lock = PTHREAD_MUTEX_INITIALIZER;
pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static int length;
static void *push(void *argument) {
  GUARD(&list_lock);
  length++;
  return argument;
}
static void *pop(void *argument) {
  GUARD(&log_lock);
  length--;
  return argument;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, push, 0);
  pthread_create(&b, 0, pop, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return length;
}

// CHECK: {{^}}{{.*}}cleanup-other-lock.c:[[#@LINE-17]]:{{[0-9]+}}: warning: data race on 'length': written here while another thread may write it at {{.*}}cleanup-other-lock.c:[[#@LINE-12]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}cleanup-other-lock.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}cleanup-other-lock.c:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds 'list_lock'{{$}}
// CHECK: {{^}}{{.*}}cleanup-other-lock.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}cleanup-other-lock.c:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds 'log_lock'{{$}}
// CHECK: {{^}}{{.*}}cleanup-other-lock.c:[[#@LINE-25]]:{{[0-9]+}}: note: hold 'list_lock' at every access (1 of 3 do), or make 'length' atomic{{$}}
