// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The last one to let go is who brings the count to zero, not who finds it so.
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct buffer {
  atomic_int refs;
};

static void put(struct buffer *b) {
  atomic_fetch_sub(&b->refs, 1);
  if (atomic_load(&b->refs) == 0)
    free(b);
}

static void *run(void *b) {
  put(b);
  return 0;
}

int main(void) {
  struct buffer *b = malloc(sizeof *b);
  pthread_t first, second;
  atomic_init(&b->refs, 2);
  pthread_create(&first, 0, run, b);
  pthread_create(&second, 0, run, b);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}references.c:[[#@LINE-20]]:{{[0-9]+}}: warning: 'buffer::refs' is changed and tested in two atomic operations: two threads may both find that the last reference is gone, and both destroy the object [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-22]]:{{[0-9]+}}: note: 'buffer::refs' is changed here ...{{$}}
// CHECK: {{^}}{{.*}}stdatomic.h:{{[0-9]+}}:{{[0-9]+}}: note: expanded from this part of a macro's definition{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-23]]:{{[0-9]+}}: note: 'buffer::refs' is tested here ...{{$}}
// CHECK: {{^}}{{.*}}stdatomic.h:{{[0-9]+}}:{{[0-9]+}}: note: expanded from this part of a macro's definition{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-24]]:{{[0-9]+}}: note: ... and the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here may get in between, through 'run' -> 'put'{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-28]]:{{[0-9]+}}: note: it changes 'buffer::refs' here{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-29]]:{{[0-9]+}}: note: test the value that the decrement itself returns{{$}}
