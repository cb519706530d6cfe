// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Bit-fields in a row are one memory location.
#include <pthread.h>
struct options {
  unsigned verbose : 1;

  unsigned color : 1;
};
static struct options opts;
static void *a(void *p) {
  opts.verbose = 1;
  return p;
}
static void *b(void *p) {
  opts.color = 1;
  return p;
}
int main(void) {
  pthread_t t, u;
  pthread_create(&t, 0, a, 0);
  pthread_create(&u, 0, b, 0);
  pthread_join(t, 0);
  pthread_join(u, 0);
  return opts.verbose + opts.color;
}

// CHECK: {{^}}{{.*}}bit-fields.c:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'opts.verbose': written here while another thread may write it at {{.*}}bit-fields.c:[[#@LINE-12]]:14 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}bit-fields.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}bit-fields.c:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}bit-fields.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}bit-fields.c:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}bit-fields.c:[[#@LINE-27]]:{{[0-9]+}}: note: guard 'opts.verbose' with a mutex, or make it atomic{{$}}
