// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Set up by whoever comes first, which is one of two threads.
#include <pthread.h>
#include <stdlib.h>

enum state { RAW, BUSY, READY };
static enum state pool_state = RAW;
static int pool_size;

static int pool_is_ready(void) { return pool_state == READY; }

static void set_up(void) {
  pool_state = BUSY;
  pool_size = atoi("16");
  pool_state = READY;
}

static int take(void) {
  if (__builtin_expect(!pool_is_ready(), 0))
    set_up();
  return pool_size;
}

static void *work(void *arg) {
  take();
  return arg;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, work, 0);
  pthread_create(&second, 0, work, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
}

// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-24]]:{{[0-9]+}}: warning: data race on 'pool_state': written here while another thread may read it at {{.*}}early-initialiser.c:[[#@LINE-27]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through 'work' -> 'take' -> 'set_up'{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-26]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the read through 'work' -> 'take' -> 'pool_is_ready'{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-31]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-35]]:{{[0-9]+}}: note: guard 'pool_state' with a mutex, or make it atomic{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-29]]:{{[0-9]+}}: warning: data race on 'pool_size': written here while another thread may read it at {{.*}}early-initialiser.c:[[#@LINE-22]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-13]]:{{[0-9]+}}: note: the thread started here reaches the write through 'work' -> 'take' -> 'set_up'{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-31]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-14]]:{{[0-9]+}}: note: the thread started here reaches the read through 'work' -> 'take'{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-26]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}early-initialiser.c:[[#@LINE-40]]:{{[0-9]+}}: note: guard 'pool_size' with a mutex, or make it atomic{{$}}
