// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The members of a union are one memory location.
#include <pthread.h>
union value {
  int i;
  float f;
};
static union value v;
static void *ints(void *p) {
  v.i = 1;
  return p;
}
static void *floats(void *p) {
  v.f = 2;
  return p;
}
int main(void) {
  static union value w;
  pthread_t t, u;
  pthread_create(&t, 0, ints, 0);
  pthread_create(&u, 0, floats, 0);
  pthread_join(t, 0);
  pthread_join(u, 0);
  return v.i + w.i;
}

// CHECK: {{^}}{{.*}}union.c:[[#@LINE-17]]:{{[0-9]+}}: warning: data race on 'v.i': written here while another thread may write it at {{.*}}union.c:[[#@LINE-13]]:7 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}union.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}union.c:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}union.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}union.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}union.c:[[#@LINE-27]]:{{[0-9]+}}: note: guard 'v.i' with a mutex, or make it atomic{{$}}
