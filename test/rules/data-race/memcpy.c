// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A structure is copied while another thread fills it.
#include <pthread.h>
#include <string.h>
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
struct box {
  char text[64];
};
static void *writer(void *arg) {
  struct box *b = arg;
  pthread_mutex_lock(&mu);
  memcpy(b->text, "hello", 6);
  pthread_mutex_unlock(&mu);
  return 0;
}
int main(void) {
  struct box b;
  memset(&b, 0, sizeof b);
  pthread_t t;
  pthread_create(&t, 0, writer, &b);
  char copy[64];
  memcpy(copy, b.text, sizeof copy);

  pthread_join(t, 0);
  return copy[0];
}

// CHECK: {{^}}{{.*}}memcpy.c:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'box::text': written here while another thread may read it at {{.*}}memcpy.c:[[#@LINE-6]]:3 [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}memcpy.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}memcpy.c:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds 'mu'{{$}}
// CHECK: {{^}}{{.*}}memcpy.c:[[#@LINE-9]]:{{[0-9]+}}: note: the main thread reaches the read{{$}}
// CHECK: {{^}}{{.*}}memcpy.c:[[#@LINE-10]]:{{[0-9]+}}: note: the read holds no lock{{$}}
// CHECK: {{^}}{{.*}}memcpy.c:[[#@LINE-26]]:{{[0-9]+}}: note: hold 'mu' at every access (1 of 3 do){{$}}
