// RUN: not %fearless check %s -- -std=c11 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Both threads give back what they have of an object; the count is a plain one.
#include <pthread.h>
#include <stdlib.h>

struct session {
  int uses;
  int fd;
};

static void session_get(struct session *S) { S->uses++; }

static void session_put(struct session *S) {
  if (--S->uses == 0)
    free(S);
}

static void *serve(void *Arg) {
  session_put(Arg);
  return NULL;
}

int main(void) {
  struct session *S = calloc(1, sizeof *S);
  pthread_t Server;
  S->uses = 1;
  session_get(S);
  pthread_create(&Server, NULL, serve, S);
  session_put(S);
  pthread_join(Server, NULL);
  return 0;
}

// CHECK: {{^}}{{.*}}pointer.c:[[#@LINE-20]]:{{[0-9]+}}: warning: 'session::uses' counts references, but not atomically: it is changed here while another thread may do the same [fearless-refcount-shared]{{$}}
// CHECK: {{^}}{{.*}}pointer.c:[[#@LINE-21]]:{{[0-9]+}}: note: the main thread reaches the change through 'main' -> 'session_put'{{$}}
// CHECK: {{^}}{{.*}}pointer.c:[[#@LINE-22]]:{{[0-9]+}}: note: the change holds no lock{{$}}
// CHECK: {{^}}{{.*}}pointer.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the change through 'serve' -> 'session_put'{{$}}
// CHECK: {{^}}{{.*}}pointer.c:[[#@LINE-24]]:{{[0-9]+}}: note: the change holds no lock{{$}}
// CHECK: {{^}}{{.*}}pointer.c:[[#@LINE-25]]:{{[0-9]+}}: note: it is decremented here, and, where it was the last ...{{$}}
// CHECK: {{^}}{{.*}}pointer.c:[[#@LINE-25]]:{{[0-9]+}}: note: ... the object is destroyed here{{$}}
// CHECK: {{^}}{{.*}}pointer.c:[[#@LINE-34]]:{{[0-9]+}}: note: make 'session::uses' _Atomic{{$}}
