// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The spin lock is taken for the one counter and not for the other.
#include <pthread.h>
static volatile int busy;
static long guarded, bare;
static void *work(void *unused) {
  for (int i = 0; i < 1000; i++) {
    while (__atomic_test_and_set(&busy, __ATOMIC_ACQUIRE))
      ;
    guarded++;
    __atomic_clear(&busy, __ATOMIC_RELEASE);
    bare++;
  }
  return unused;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, work, 0);
  pthread_create(&b, 0, work, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return guarded == bare;
}

// CHECK: {{^}}{{.*}}spin-builtin.c:[[#@LINE-13]]:{{[0-9]+}}: warning: data race on 'bare': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}spin-builtin.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}spin-builtin.c:[[#@LINE-15]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}spin-builtin.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}spin-builtin.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}spin-builtin.c:[[#@LINE-25]]:{{[0-9]+}}: note: guard 'bare' with a mutex, or make it atomic{{$}}
