// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The frame is freed while its thread may fill it.
#include <pthread.h>
#include <stdlib.h>

struct frame {
  int width;
  int pixels[16];
};

static void *fill(void *arg) {
  struct frame *f = arg;
  for (int i = 0; i < f->width; i++)
    f->pixels[i] = i;
  return 0;
}

int main(void) {
  struct frame *f = malloc(sizeof *f);
  f->width = 16;
  pthread_t t;
  pthread_create(&t, 0, fill, f);
  free(f);
  pthread_join(t, 0);
  return 0;
}

// CHECK: {{^}}{{.*}}freed-while-used.c:[[#@LINE-5]]:{{[0-9]+}}: warning: data race on 'frame::width': freed here while another thread may read it at {{.*}}freed-while-used.c:[[#@LINE-15]]:{{[0-9]+}} [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}freed-while-used.c:[[#@LINE-6]]:{{[0-9]+}}: note: the main thread reaches the free{{$}}
// CHECK: {{^}}{{.*}}freed-while-used.c:[[#@LINE-7]]:{{[0-9]+}}: note: the free holds no lock{{$}}
// CHECK: {{^}}{{.*}}freed-while-used.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the read{{$}}
// CHECK: {{^}}{{.*}}freed-while-used.c:[[#@LINE-19]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}freed-while-used.c:[[#@LINE-26]]:{{[0-9]+}}: note: free it when no other thread can use it any more: join them first, or let the last user free it{{$}}
