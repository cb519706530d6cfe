// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same without the fences.
#include <pthread.h>
#include <stdatomic.h>
static int data;
static atomic_int ready;
static void *produce(void *arg) {
  data = 1;
  atomic_store_explicit(&ready, 1, memory_order_relaxed);
  return arg;
}
int main(void) {
  pthread_t t;
  pthread_create(&t, 0, produce, 0);
  int seen = 0;
  if (atomic_load_explicit(&ready, memory_order_relaxed))
    seen = data;
  pthread_join(t, 0);
  return seen;
}

// CHECK: {{^}}{{.*}}fence.c:[[#@LINE-13]]:{{[0-9]+}}: warning: 'ready' is set here in relaxed order, which does not publish 'data' to a thread that sees it set [fearless-relaxed-publication]{{$}}
// CHECK: {{^}}{{.*}}stdatomic.h:{{[0-9]+}}:{{[0-9]+}}: note: expanded from this part of a macro's definition{{$}}
// CHECK: {{^}}{{.*}}fence.c:[[#@LINE-10]]:{{[0-9]+}}: note: the thread started here reaches the write of 'data'{{$}}
// CHECK: {{^}}{{.*}}fence.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write of 'data' holds no lock{{$}}
// CHECK: {{^}}{{.*}}fence.c:[[#@LINE-10]]:{{[0-9]+}}: note: 'ready' is seen here, in relaxed order{{$}}
// CHECK: {{^}}{{.*}}stdatomic.h:{{[0-9]+}}:{{[0-9]+}}: note: expanded from this part of a macro's definition{{$}}
// CHECK: {{^}}{{.*}}fence.c:[[#@LINE-11]]:{{[0-9]+}}: note: the main thread reaches the read of 'data'{{$}}
// CHECK: {{^}}{{.*}}fence.c:[[#@LINE-12]]:{{[0-9]+}}: note: the read of 'data' holds no lock{{$}}
// CHECK: {{^}}{{.*}}fence.c:[[#@LINE-21]]:{{[0-9]+}}: note: set 'ready' with memory_order_release, and look at it with memory_order_acquire{{$}}
