// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The same in C: the caller takes the lock as a reader.
#include <pthread.h>
struct table {
  pthread_rwlock_t lock;
  int entries[16];
  int lookups;
};
static struct table shared = {.lock = PTHREAD_RWLOCK_INITIALIZER};

static int look_up(struct table *t, int key) {
  t->lookups++;
  return t->entries[key];
}
static void *run(void *arg) {
  struct table *t = arg;
  pthread_rwlock_rdlock(&t->lock);
  int value = look_up(t, 3);
  pthread_rwlock_unlock(&t->lock);
  return value ? arg : 0;
}
int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, run, &shared);
  pthread_create(&second, 0, run, &shared);
  pthread_join(first, 0);
  pthread_join(second, 0);
}

// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-18]]:{{[0-9]+}}: warning: 'table::lookups' is written here while 'table::lock' is held only as a reader, as others may hold it at once [fearless-write-under-shared]{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the write through 'run' -> 'look_up'{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds 'table::lock'{{$}}
// CHECK: {{^}}{{.*}}pthread.c:[[#@LINE-26]]:{{[0-9]+}}: note: lock 'table::lock' exclusively for this write, or make 'table::lookups' atomic{{$}}
