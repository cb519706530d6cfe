// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Somebody else makes it raw again: then it is set up a second time, beside the threads.
#include <pthread.h>
#include <stdlib.h>

static int ready;
static int pool_size;

static void set_up(void) {
  pool_size = atoi("16");
  ready = 1;
}
static int take(void) {
  if (!ready)
    set_up();
  return pool_size;
}
static void drop(void) { ready = 0; }

static void *work(void *arg) {
  take();
  return arg;
}

int main(void) {
  take();
  pthread_t worker;
  pthread_create(&worker, 0, work, 0);
  drop();
  take();
  pthread_join(worker, 0);
}

// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-24]]:{{[0-9]+}}: warning: data race on 'pool_size': written here while another thread may read it at {{.*}}early-initialiser-undone.c:[[#@LINE-18]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-25]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'take' -> 'set_up'{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-26]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the read through 'work' -> 'take'{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-22]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-32]]:{{[0-9]+}}: note: guard 'pool_size' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-29]]:{{[0-9]+}}: warning: data race on 'ready': written here while another thread may read it at {{.*}}early-initialiser-undone.c:[[#@LINE-26]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-30]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'take' -> 'set_up'{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-31]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-15]]:{{[0-9]+}}: note: the thread started here reaches the read through 'work' -> 'take'{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-30]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}early-initialiser-undone.c:[[#@LINE-39]]:{{[0-9]+}}: note: guard 'ready' with a mutex, or make it atomic{{$}}
