// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// An assignment of structures touches all fields.
#include <pthread.h>
struct point {
  int x, y;
};
struct shared {
  pthread_mutex_t mu;
  struct point p;
};
static void *move(void *arg) {
  struct shared *s = arg;
  pthread_mutex_lock(&s->mu);
  s->p.x++;
  pthread_mutex_unlock(&s->mu);
  return 0;
}
int main(void) {
  struct shared s = {PTHREAD_MUTEX_INITIALIZER, {0, 0}};
  pthread_t t;
  pthread_create(&t, 0, move, &s);
  struct point copy = s.p;

  pthread_join(t, 0);
  return copy.x;
}

// CHECK: {{^}}{{.*}}struct-copy.c:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'point::x': written here while another thread may read it at {{.*}}struct-copy.c:[[#@LINE-6]]:25 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}struct-copy.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}struct-copy.c:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds 'shared::mu'{{$}}
// CHECK: {{^}}{{.*}}struct-copy.c:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}struct-copy.c:[[#@LINE-10]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}struct-copy.c:[[#@LINE-28]]:{{[0-9]+}}: note: hold 'shared::mu' at every access (1 of 2 do), or make 'point::x' atomic{{$}}
