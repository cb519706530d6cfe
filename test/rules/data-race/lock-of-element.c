// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The second thread takes the lock of another account than it changes.
#include <pthread.h>
static pthread_mutex_t locks[2] = {PTHREAD_MUTEX_INITIALIZER,
                                   PTHREAD_MUTEX_INITIALIZER};
static long accounts[2];
static void *pay_in(void *argument) {
  pthread_mutex_lock(&locks[0]);
  accounts[0] += 100;
  pthread_mutex_unlock(&locks[0]);
  return argument;
}
static void *pay_out(void *argument) {
  pthread_mutex_lock(&locks[1]);
  accounts[0] -= 100;
  pthread_mutex_unlock(&locks[1]);
  return argument;
}
int main(void) {
  pthread_t in, out;
  pthread_create(&in, 0, pay_in, 0);
  pthread_create(&out, 0, pay_out, 0);
  pthread_join(in, 0);
  pthread_join(out, 0);
  return accounts[0] + accounts[1];
}

// CHECK: {{^}}{{.*}}lock-of-element.c:[[#@LINE-19]]:{{[0-9]+}}: warning: data race on 'accounts[0]': written here while another thread may write it at {{.*}}lock-of-element.c:[[#@LINE-13]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.c:[[#@LINE-21]]:{{[0-9]+}}: note: the write holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}lock-of-element.c:[[#@LINE-27]]:{{[0-9]+}}: note: hold 'locks' at every access (2 of 4 do){{$}}
