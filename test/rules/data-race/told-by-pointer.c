// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What a function tells through a pointer is not what the variable was before:
// the thread does get beyond the test, and there it gives the lock back early.
#include <pthread.h>
static pthread_mutex_t pool_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static int pool = 4, total;

static void look(int *room) {
  pthread_mutex_lock(&pool_lock);
  *room = 2 * pool;
  pthread_mutex_unlock(&pool_lock);
}
static void *run(void *unused) {
  pthread_mutex_lock(&guard);
  for (int i = 0; i < 100; i++) {
    int room = 0;
    look(&room);
    if (room == 0)
      continue;
    pthread_mutex_unlock(&guard);
    total++;
    pthread_mutex_lock(&guard);
  }
  pthread_mutex_unlock(&guard);
  return unused;
}
int main(void) {
  pthread_t worker;
  pthread_create(&worker, 0, run, 0);
  pthread_mutex_lock(&guard);
  total = 0;
  pthread_mutex_unlock(&guard);
  pthread_join(worker, 0);
  return total;
}

// CHECK: {{^}}{{.*}}told-by-pointer.c:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'total': written here while another thread may write it at {{.*}}told-by-pointer.c:[[#@LINE-6]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}told-by-pointer.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}told-by-pointer.c:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}told-by-pointer.c:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}told-by-pointer.c:[[#@LINE-10]]:{{[0-9]+}}: note: the write holds 'guard'{{$}}
// CHECK: {{^}}{{.*}}told-by-pointer.c:[[#@LINE-36]]:{{[0-9]+}}: note: hold 'guard' at every access (1 of 3 do), or make 'total' atomic{{$}}
