// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// A node's lock is let go before the next one's is taken, and changed after.
#include <pthread.h>
struct node {
  pthread_mutex_t mu;
  struct node *next;
  int visits;
};
static struct node last = {PTHREAD_MUTEX_INITIALIZER, 0, 0};
static struct node middle = {PTHREAD_MUTEX_INITIALIZER, &last, 0};
static struct node first = {PTHREAD_MUTEX_INITIALIZER, &middle, 0};
static void *walk(void *argument) {
  struct node *at = &first;
  pthread_mutex_lock(&at->mu);
  while (at->next) {
    struct node *next = at->next;
    pthread_mutex_unlock(&at->mu);
    at->visits++;
    pthread_mutex_lock(&next->mu);
    at = next;
  }
  pthread_mutex_unlock(&at->mu);
  return argument;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, walk, 0);
  pthread_create(&b, 0, walk, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return middle.visits;
}

// CHECK: {{^}}{{.*}}hand-over-hand-unlocked-first.c:[[#@LINE-16]]:{{[0-9]+}}: warning: data race on 'first.visits': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-unlocked-first.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-unlocked-first.c:[[#@LINE-18]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-unlocked-first.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-unlocked-first.c:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand-unlocked-first.c:[[#@LINE-32]]:{{[0-9]+}}: note: guard 'first.visits' with a mutex, or make it atomic{{$}}
