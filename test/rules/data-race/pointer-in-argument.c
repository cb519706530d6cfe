// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// What a thread gets holds a pointer to what all have.
#include <pthread.h>
struct stats {
  long n;
};
struct context {
  struct stats *stats;
  int id;
};
static void *work(void *arg) {
  struct context *c = arg;
  c->stats->n += c->id;
  return 0;
}
int main(void) {
  struct stats s = {0}, other = {0};
  struct context a = {&s, 1}, b = {&s, 2};
  pthread_t t, u;
  pthread_create(&t, 0, work, &a);
  pthread_create(&u, 0, work, &b);
  pthread_join(t, 0);
  pthread_join(u, 0);
  return s.n + other.n;
}

// CHECK: {{^}}{{.*}}pointer-in-argument.c:[[#@LINE-14]]:{{[0-9]+}}: warning: data race on 'stats::n': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}pointer-in-argument.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}pointer-in-argument.c:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pointer-in-argument.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}pointer-in-argument.c:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}pointer-in-argument.c:[[#@LINE-27]]:{{[0-9]+}}: note: guard 'stats::n' with a mutex, or make it atomic{{$}}
