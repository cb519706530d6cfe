// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The lock of a node is let go before the node is changed.
#include <pthread.h>
struct node {
  pthread_mutex_t mu;
  struct node *next;
  int visits;
};
static struct node last = {PTHREAD_MUTEX_INITIALIZER, 0, 0};
static struct node first = {PTHREAD_MUTEX_INITIALIZER, &last, 0};
static void *walk(void *argument) {
  struct node *at = &first;
  pthread_mutex_lock(&at->mu);
  for (;;) {
    struct node *next = at->next;
    if (!next)
      break;
    pthread_mutex_lock(&next->mu);
    pthread_mutex_unlock(&at->mu);
    at = next;
  }
  pthread_mutex_unlock(&at->mu);
  at->visits++;
  return argument;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, walk, 0);
  pthread_create(&b, 0, walk, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return last.visits;
}

// CHECK: {{^}}{{.*}}hand-over-hand-endless-loop.c:[[#@LINE-12]]:{{[0-9]+}}: warning: data race on 'first.visits': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-endless-loop.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-endless-loop.c:[[#@LINE-14]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-endless-loop.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-endless-loop.c:[[#@LINE-16]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-endless-loop.c:[[#@LINE-33]]:{{[0-9]+}}: note: guard 'first.visits' with a mutex, or make it atomic{{$}}
