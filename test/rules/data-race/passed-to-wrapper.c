// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The wrapper starts two threads with one function.
#include <pthread.h>

static long folded, counted;

static void *fold(void *arg) {
  folded = folded * 31 + 1;
  return arg;
}

static void *count(void *arg) {
  counted++;
  return arg;
}

static void start(pthread_t *t, void *(*body)(void *)) {
  pthread_create(t, 0, body, 0);
}

int main(void) {
  pthread_t a, b;
  start(&a, fold);
  start(&b, fold);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return folded + counted;
}

// CHECK: {{^}}{{.*}}passed-to-wrapper.c:[[#@LINE-22]]:{{[0-9]+}}: warning: data race on 'folded': written here while another thread may read it at {{.*}}passed-to-wrapper.c:[[#@LINE-22]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}passed-to-wrapper.c:[[#@LINE-13]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}passed-to-wrapper.c:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}passed-to-wrapper.c:[[#@LINE-15]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}passed-to-wrapper.c:[[#@LINE-26]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}passed-to-wrapper.c:[[#@LINE-30]]:{{[0-9]+}}: note: guard 'folded' with a mutex, or make it atomic{{$}}
