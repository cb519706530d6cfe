// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The nodes of a list are shared by all who have the list.
#include <pthread.h>
struct node {
  struct node *next;
  int visits;
  pthread_mutex_t mu;
};
static struct node *list;
static void *visit(void *p) {
  for (struct node *n = list; n; n = n->next) {
    n->visits++;
  }
  return p;
}
int main(void) {
  static struct node one, two;
  pthread_mutex_init(&one.mu, 0);
  pthread_mutex_init(&two.mu, 0);
  one.next = &two;
  list = &one;
  pthread_t t, u;
  pthread_create(&t, 0, visit, 0);
  pthread_create(&u, 0, visit, 0);
  pthread_join(t, 0);
  pthread_join(u, 0);
  return one.visits;
}

// CHECK: {{^}}{{.*}}list-nodes.c:[[#@LINE-18]]:{{[0-9]+}}: warning: data race on 'main::one.visits': written here while another thread may do the same [fearless-data-race]{{$}}
// CHECK: {{^}}{{.*}}list-nodes.c:[[#@LINE-8]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}list-nodes.c:[[#@LINE-20]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}list-nodes.c:[[#@LINE-9]]:{{[0-9]+}}: note: the thread started here reaches the write{{$}}
// CHECK: {{^}}{{.*}}list-nodes.c:[[#@LINE-22]]:{{[0-9]+}}: note: the write holds no lock{{$}}
// CHECK: {{^}}{{.*}}list-nodes.c:[[#@LINE-29]]:{{[0-9]+}}: note: guard 'main::one.visits' with a mutex, or make it atomic{{$}}
