// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The second thread holds another lock, which the attribute lets go of.
#include <pthread.h>
static pthread_mutex_t list_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t log_lock = PTHREAD_MUTEX_INITIALIZER;
static int length, logged;
static void unlock(pthread_mutex_t **m) { pthread_mutex_unlock(*m); }
static void *push(void *argument) {
  pthread_mutex_t *held __attribute__((cleanup(unlock))) = &list_lock;
  pthread_mutex_lock(held);
  length++;
  return argument;
}
static void *clear(void *argument) {
  pthread_mutex_t *held __attribute__((cleanup(unlock))) = &log_lock;
  pthread_mutex_lock(held);
  length = 0;
  return argument;
}
static void *log_it(void *argument) {
  pthread_mutex_lock(&log_lock);
  logged++;
  pthread_mutex_unlock(&log_lock);
  return argument;
}
int main(void) {
  pthread_t a, b, c;
  pthread_create(&a, 0, push, 0);
  pthread_create(&b, 0, clear, 0);
  pthread_create(&c, 0, log_it, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  pthread_join(c, 0);
  return length + logged;
}

// CHECK: {{^}}{{.*}}cleanup-pointer.c:[[#@LINE-26]]:{{[0-9]+}}: warning: data race on 'length': written here while another thread may write it at {{.*}}cleanup-pointer.c:[[#@LINE-20]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}cleanup-pointer.c:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}cleanup-pointer.c:[[#@LINE-28]]:{{[0-9]+}}: note: the write holds 'list_lock'{{$}}
// CHECK: {{^}}{{.*}}cleanup-pointer.c:[[#@LINE-11]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}cleanup-pointer.c:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds 'log_lock'{{$}}
// CHECK: {{^}}{{.*}}cleanup-pointer.c:[[#@LINE-36]]:{{[0-9]+}}: note: hold 'list_lock' at every access (1 of 3 do), or make 'length' atomic{{$}}
