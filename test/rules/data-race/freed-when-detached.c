// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What is freed is still where readers find it.
#include <pthread.h>
#include <stdlib.h>

struct config {
  int timeout;
};

static struct config *active;
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;

static void *load(void *arg) {
  struct config *fresh = malloc(sizeof *fresh);
  fresh->timeout = 3;
  pthread_mutex_lock(&mu);
  struct config *old = active;
  pthread_mutex_unlock(&mu);
  free(old);
  free(fresh);
  return arg;
}

static int timeout(void) {
  pthread_mutex_lock(&mu);
  int t = active->timeout;
  pthread_mutex_unlock(&mu);
  return t;
}

int main(void) {
  active = calloc(1, sizeof *active);
  pthread_t t;
  pthread_create(&t, 0, load, 0);
  int sum = timeout();
  pthread_join(t, 0);
  return sum;
}

// CHECK: {{^}}{{.*}}freed-when-detached.c:[[#@LINE-21]]:{{[0-9]+}}: warning: data race on 'config::timeout': freed here while another thread may read it at {{.*}}freed-when-detached.c:[[#@LINE-14]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}freed-when-detached.c:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the free{{$}}
// CHECK: {{^}}{{.*}}freed-when-detached.c:[[#@LINE-23]]:{{[0-9]+}}: note: the free holds no lock{{$}}
// CHECK: {{^}}{{.*}}freed-when-detached.c:[[#@LINE-17]]:{{[0-9]+}}: note: the main thread reaches the read through 'main' -> 'timeout'{{$}}
// CHECK: {{^}}{{.*}}freed-when-detached.c:[[#@LINE-18]]:{{[0-9]+}}: note: the read holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}freed-when-detached.c:[[#@LINE-38]]:{{[0-9]+}}: note: free it when no other thread can use it any more: join them first, or let the last user free it{{$}}
