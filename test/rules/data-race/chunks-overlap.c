// RUN: not %fearless check %s -- 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Each thread is told where its chunk begins and ends, and the ends are one
// too far.
#include <pthread.h>

enum { THREADS = 4, CHUNK = 25 };
static int heights[THREADS * CHUNK + 1];

struct chunk {
  int begin, end;
};

static void *raise_all(void *arg) {
  struct chunk *mine = arg;
  for (int i = mine->begin; i < mine->end; i++)
    heights[i] += 2;
  return 0;
}

int main(void) {
  pthread_t t[THREADS];
  struct chunk chunks[THREADS];
  for (int i = 0; i < THREADS; i++) {
    chunks[i].begin = i * CHUNK;
    chunks[i].end = chunks[i].begin + CHUNK + 1;
    pthread_create(&t[i], 0, raise_all, &chunks[i]);
  }
  for (int i = 0; i < THREADS; i++)
    pthread_join(t[i], 0);
  return heights[0];
}

// CHECK: {{^}}{{.*}}chunks-overlap.c:[[#@LINE-17]]:{{[0-9]+}}: warning: data race on 'heights[...]': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}chunks-overlap.c:[[#@LINE-8]]:{{[0-9]+}}: note: each of the threads started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}chunks-overlap.c:[[#@LINE-19]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}chunks-overlap.c:[[#@LINE-20]]:{{[0-9]+}}: note: for example, both get to element [25]{{$}}
// CHECK: {{^}}{{.*}}chunks-overlap.c:[[#@LINE-30]]:{{[0-9]+}}: note: guard 'heights[...]' with a mutex{{$}}
