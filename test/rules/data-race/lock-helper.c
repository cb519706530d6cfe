// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The second thread takes the mutex of the other table (blue) around red.rows.
#include <pthread.h>
#include <stdio.h>
struct table { pthread_mutex_t mu; int rows; };
static struct table red = {PTHREAD_MUTEX_INITIALIZER, 0};
static struct table blue = {PTHREAD_MUTEX_INITIALIZER, 0};
static void enter(struct table *t) { pthread_mutex_lock(&t->mu); }
static void leave(struct table *t) { pthread_mutex_unlock(&t->mu); }
static void *reds(void *arg) {
  enter(&red);
  red.rows++;
  leave(&red);
  return arg;
}
static void *both(void *arg) {
  enter(&blue);
  red.rows += 2;
  blue.rows += 2;
  leave(&blue);
  return arg;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, reds, NULL);
  pthread_create(&b, NULL, both, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d %d\n", red.rows, blue.rows);
  return 0;
}

// CHECK: {{^}}{{.*}}lock-helper.c:[[#@LINE-21]]:{{[0-9]+}}: warning: data race on 'red.rows': written here while another thread may write it at {{.*}}lock-helper.c:[[#@LINE-15]]:12 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-helper.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}lock-helper.c:[[#@LINE-23]]:{{[0-9]+}}: note: the write holds 'red'{{$}}
// CHECK: {{^}}{{.*}}lock-helper.c:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}lock-helper.c:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds 'blue'{{$}}
// CHECK: {{^}}{{.*}}lock-helper.c:[[#@LINE-33]]:{{[0-9]+}}: note: hold 'blue' at every access (2 of 5 do), or make 'red.rows' atomic{{$}}
