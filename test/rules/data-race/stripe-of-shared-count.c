// RUN: not %fearless check %s -- 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The count of all entries is changed under the lock of one stripe or another.
#include <pthread.h>

enum { STRIPES = 4 };
static pthread_mutex_t locks[STRIPES];
static unsigned entries, sizes[STRIPES];

static void add(unsigned key) {
  unsigned stripe = (key >> 3) % STRIPES;
  pthread_mutex_lock(&locks[stripe]);
  sizes[stripe]++;
  entries++;
  pthread_mutex_unlock(&locks[stripe]);
}

static void *fill(void *arg) {
  unsigned start = *(unsigned *)arg;
  for (unsigned i = 0; i < 300; i++)
    add(start + i);
  return 0;
}

int main(void) {
  pthread_t a, b;
  unsigned even = 0, odd = 1000;
  for (int i = 0; i < STRIPES; i++)
    pthread_mutex_init(&locks[i], 0);
  pthread_create(&a, 0, fill, &even);
  pthread_create(&b, 0, fill, &odd);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return entries + sizes[0];
}

// CHECK: {{^}}{{.*}}stripe-of-shared-count.c:[[#@LINE-23]]:{{[0-9]+}}: warning: data race on 'entries': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}stripe-of-shared-count.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write through 'fill' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-shared-count.c:[[#@LINE-25]]:{{[0-9]+}}: note: the write holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-shared-count.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write through 'fill' -> 'add'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-shared-count.c:[[#@LINE-27]]:{{[0-9]+}}: note: the write holds 'locks'{{$}}
// CHECK: {{^}}{{.*}}stripe-of-shared-count.c:[[#@LINE-28]]:{{[0-9]+}}: note: the two hold different locks of one name{{$}}
// CHECK: {{^}}{{.*}}stripe-of-shared-count.c:[[#@LINE-35]]:{{[0-9]+}}: note: hold 'locks' at every access (1 of 2 do), or make 'entries' atomic{{$}}
