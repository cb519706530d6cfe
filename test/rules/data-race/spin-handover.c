// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The threads are told to begin by a count for each, and main does not wait until
// the counts are zero again.
#include <pthread.h>
#include <stdatomic.h>
enum { THREADS = 4 };
static struct {
  _Alignas(64) _Atomic unsigned long count;
} pending[THREADS];
static int operation, done[THREADS];

static unsigned long get_pending(int i) {
  unsigned long count = 0;
  count = atomic_load_explicit(&pending[i].count, memory_order_seq_cst);
  return count;
}
static void set_pending(int i, unsigned long count) {
  atomic_store_explicit(&pending[i].count, count, memory_order_seq_cst);
}

static void *run(void *argument) {
  long id = (long)argument;
  while (1) {
    while (get_pending(id) == 0)
      ;
    done[id] += operation == 1 ? 1 : 2;
    set_pending(id, 0);
  }
}
static void handle(int jobs) {
  operation = 1;
  for (int i = 0; i < THREADS; i++)
    set_pending(i, jobs);
  operation = 0;
}
int main(void) {
  for (long i = 0; i < THREADS; i++) {
    pthread_t thread;
    set_pending(i, 0);
    pthread_create(&thread, 0, run, (void *)i);
  }
  while (1)
    handle(3);
}

// CHECK: {{^}}{{.*}}spin-handover.c:[[#@LINE-15]]:{{[0-9]+}}: warning: data race on 'operation': written here while another thread may read it at {{.*}}spin-handover.c:[[#@LINE-20]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}spin-handover.c:[[#@LINE-16]]:{{[0-9]+}}: note: the main thread reaches the write through 'main' -> 'handle'{{$}}
// CHECK: {{^}}{{.*}}spin-handover.c:[[#@LINE-17]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}spin-handover.c:[[#@LINE-9]]:{{[0-9]+}}: note: each of the threads started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}spin-handover.c:[[#@LINE-24]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}spin-handover.c:[[#@LINE-41]]:{{[0-9]+}}: note: guard 'operation' with a mutex, or make it atomic{{$}}
