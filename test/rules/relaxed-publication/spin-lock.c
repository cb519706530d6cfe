// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A flag that is given back in relaxed order is no lock: who takes it next need
// not see what was done.
#include <pthread.h>
#include <stdatomic.h>

static atomic_flag busy = ATOMIC_FLAG_INIT;
static int length;

static void enter(void) {
  while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire))
    ;
}

static void leave(void) {
  atomic_flag_clear_explicit(&busy, memory_order_relaxed);
}

static void *arrive(void *unused) {
  enter();
  length++;
  leave();
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, arrive, 0);
  pthread_create(&b, 0, arrive, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return length;
}

// CHECK: {{^}}{{.*}}spin-lock.c:[[#@LINE-19]]:{{[0-9]+}}: warning: 'busy' is set here in relaxed order, which does not publish 'length' to a thread that sees it set [fearless-relaxed-publication]{{$}}
// CHECK: {{^}}{{.*}}stdatomic.h:{{[0-9]+}}:{{[0-9]+}}: note: expanded from this part of a macro's definition{{$}}
// CHECK: {{^}}{{.*}}spin-lock.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write of 'length'{{$}}
// CHECK: {{^}}{{.*}}spin-lock.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write of 'length' holds no lock{{$}}
// CHECK: {{^}}{{.*}}spin-lock.c:[[#@LINE-28]]:{{[0-9]+}}: note: 'busy' is seen here{{$}}
// CHECK: {{^}}{{.*}}stdatomic.h:{{[0-9]+}}:{{[0-9]+}}: note: expanded from this part of a macro's definition{{$}}
// CHECK: {{^}}{{.*}}spin-lock.c:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here reaches the write of 'length'{{$}}
// CHECK: {{^}}{{.*}}spin-lock.c:[[#@LINE-21]]:{{[0-9]+}}: note: the write of 'length' holds no lock{{$}}
// CHECK: {{^}}{{.*}}spin-lock.c:[[#@LINE-27]]:{{[0-9]+}}: note: set 'busy' with memory_order_release, and look at it with memory_order_acquire{{$}}
