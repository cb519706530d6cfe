// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The caller gets a pointer into the table, and nobody keeps the lock.
#include <pthread.h>

struct entry {
  int key;
  int value;
};
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static struct entry table[8];

static void put(int key, int value) {
  pthread_mutex_lock(&mu);
  table[key & 7].key = key;
  table[key & 7].value = value;
  pthread_mutex_unlock(&mu);
}

static int find(int key, struct entry **out) {
  pthread_mutex_lock(&mu);
  *out = &table[key & 7];
  pthread_mutex_unlock(&mu);
  return 1;
}

static void *run(void *unused) {
  struct entry *e;
  put(1, 2);
  if (find(1, &e))
    return e->value ? e : 0;
  return 0;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, run, 0);
  pthread_create(&second, 0, run, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}out-parameter.c:[[#@LINE-22]]:{{[0-9]+}}: warning: a reference to 'table' is left with the caller, but 'mu', which guards it, is released on return [fearless-guarded-escape]{{$}}
// CHECK: {{^}}{{.*}}out-parameter.c:[[#@LINE-24]]:{{[0-9]+}}: note: 'find' locks 'mu' here{{$}}
// CHECK: {{^}}{{.*}}out-parameter.c:[[#@LINE-24]]:{{[0-9]+}}: note: it is handed out here; the lock is given back before the caller can use it{{$}}
// CHECK: {{^}}{{.*}}out-parameter.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here may get in between, through 'run' -> 'put'{{$}}
// CHECK: {{^}}{{.*}}out-parameter.c:[[#@LINE-33]]:{{[0-9]+}}: note: it changes 'table' here under 'mu'{{$}}
// CHECK: {{^}}{{.*}}out-parameter.c:[[#@LINE-27]]:{{[0-9]+}}: note: give out a copy, or the lock together with the reference{{$}}
