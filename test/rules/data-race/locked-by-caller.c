// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The function is told that its caller has the lock, which it gave back.
#include <pthread.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static int total;
static void add(int n, int locked) {
  if (!locked)
    pthread_mutex_lock(&mu);
  total += n;
  if (!locked)
    pthread_mutex_unlock(&mu);
}
static void *worker(void *arg) {
  add(1, 0);
  pthread_mutex_lock(&mu);
  pthread_mutex_unlock(&mu);
  add(2, 1);
  return arg;
}
int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, worker, 0);
  pthread_create(&second, 0, worker, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return total;
}

// CHECK: {{^}}{{.*}}locked-by-caller.c:[[#@LINE-20]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}locked-by-caller.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through 'worker' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}locked-by-caller.c:[[#@LINE-22]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}locked-by-caller.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through 'worker' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}locked-by-caller.c:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}locked-by-caller.c:[[#@LINE-29]]:{{[0-9]+}}: note: guard 'total' with a mutex, or make it atomic{{$}}
