// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The bucket is the key modulo eight, its lock the key modulo three: a bucket
// has several locks.
#include <pthread.h>

enum { BUCKETS = 8, STRIPES = 3 };
static unsigned used[BUCKETS];
static pthread_mutex_t stripes[STRIPES];

static void add(unsigned key) {
  pthread_mutex_lock(&stripes[key % STRIPES]);
  used[key % BUCKETS]++;
  pthread_mutex_unlock(&stripes[key % STRIPES]);
}

static void *fill(void *from) {
  for (unsigned key = *(unsigned *)from; key < 640; key++)
    add(key * 40503u >> 4);
  return 0;
}

int main(void) {
  pthread_t a, b;
  unsigned zero = 0, twenty = 20;
  for (int i = 0; i < STRIPES; i++)
    pthread_mutex_init(&stripes[i], 0);
  pthread_create(&a, 0, fill, &zero);
  pthread_create(&b, 0, fill, &twenty);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return used[0];
}

// CHECK: {{^}}{{.*}}stripe-of-key.c:[[#@LINE-22]]:{{[0-9]+}}: warning: data race on 'used[...]': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}stripe-of-key.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through 'fill' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-key.c:[[#@LINE-24]]:{{[0-9]+}}: note: the write holds 'stripes'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-key.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through 'fill' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-key.c:[[#@LINE-26]]:{{[0-9]+}}: note: the write holds 'stripes'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-key.c:[[#@LINE-32]]:{{[0-9]+}}: note: hold 'stripes' at every access (1 of 2 do){{$}}
