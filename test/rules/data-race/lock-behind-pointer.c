// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A try-lock hands out the lock of several that it got, and that is given back
// through the pointer: after that, neither thread holds one.
#include <pthread.h>
static pthread_mutex_t buckets[8];
static int entries;

static pthread_mutex_t *try_enter(int key) {
  pthread_mutex_t *lock = &buckets[key * 31 % 8];
  return pthread_mutex_trylock(lock) == 0 ? lock : 0;
}
static void leave(pthread_mutex_t *lock) { pthread_mutex_unlock(lock); }

static void sweep(int key) {
  pthread_mutex_t *lock = try_enter(key);
  if (lock)
    leave(lock);
}
static void *run(void *unused) {
  for (int i = 0; i < 8; i++) {
    sweep(i);
    entries++;
  }
  return unused;
}
int main(void) {
  pthread_t worker;
  pthread_create(&worker, 0, run, 0);
  sweep(1);
  entries++;
  pthread_join(worker, 0);
  return entries;
}

// CHECK: {{^}}{{.*}}lock-behind-pointer.c:[[#@LINE-13]]:{{[0-9]+}}: warning: data race on 'entries': written here while another thread may write it at {{.*}}lock-behind-pointer.c:[[#@LINE-5]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}lock-behind-pointer.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}lock-behind-pointer.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}lock-behind-pointer.c:[[#@LINE-8]]:{{[0-9]+}}: note: the main thread reaches the write{{$}}
// CHECK: {{^}}{{.*}}lock-behind-pointer.c:[[#@LINE-9]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}lock-behind-pointer.c:[[#@LINE-34]]:{{[0-9]+}}: note: guard 'entries' with a mutex, or make it atomic{{$}}
