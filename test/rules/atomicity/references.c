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

// CHECK: {{^}}{{.*}}references.c:[[#@LINE-20]]:{{[0-9]+}}: warning: 'buffer::refs' is changed and then looked at again, and another thread may change it in between: these are two atomic operations [fearless-atomicity]{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-22]]:{{[0-9]+}}: note: 'put' changes 'buffer::refs' here{{$}}
// CHECK: {{.*}}stdatomic.h:{{.*}}: note: expanded from this part of a macro's definition{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-23]]:{{[0-9]+}}: note: 'put' reads 'buffer::refs' here{{$}}
// CHECK: {{.*}}stdatomic.h:{{.*}}: note: expanded from this part of a macro's definition{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-25]]:{{[0-9]+}}: note: this branch takes it for the result of its own change{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-12]]:{{[0-9]+}}: note: the thread started here may get in between, through 'run' -> 'put'{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-28]]:{{[0-9]+}}: note: it writes 'buffer::refs' here{{$}}
// CHECK: {{^}}{{.*}}references.c:[[#@LINE-28]]:{{[0-9]+}}: note: decide by the value that the update itself returns{{$}}
