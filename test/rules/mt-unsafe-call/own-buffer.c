// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Without one the result is in a buffer of the library's.
#include <pthread.h>
#include <stdio.h>

static void *name(void *arg) {
  puts(ctermid(NULL));
  return arg;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, name, 0);
  pthread_create(&second, 0, name, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
}

// CHECK: {{^}}{{.*}}own-buffer.c:[[#@LINE-12]]:{{[0-9]+}}: warning: 'ctermid' changes the buffer of ctermid, which all threads share, while another thread may do the same [fearless-mt-unsafe-call]{{$}}
// CHECK: {{^}}{{.*}}own-buffer.c:[[#@LINE-7]]:{{[0-9]+}}: note: the thread started here reaches the call of 'ctermid'{{$}}
// CHECK: {{^}}{{.*}}own-buffer.c:[[#@LINE-14]]:{{[0-9]+}}: note: the call of 'ctermid' holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-buffer.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the call of 'ctermid'{{$}}
// CHECK: {{^}}{{.*}}own-buffer.c:[[#@LINE-16]]:{{[0-9]+}}: note: the call of 'ctermid' holds no lock{{$}}
// CHECK: {{^}}{{.*}}own-buffer.c:[[#@LINE-17]]:{{[0-9]+}}: note: make these calls while no other thread runs, or hold one lock at all of them{{$}}
