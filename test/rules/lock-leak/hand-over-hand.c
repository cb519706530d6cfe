// RUN: not %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// Through a list from lock to lock: that of the last node is kept if the key is
// not there.
#include <pthread.h>
struct node {
  pthread_mutex_t mu;
  struct node *next;
  int key, value;
};
int find(struct node *list, int key) {
  struct node *at = list;
  pthread_mutex_lock(&at->mu);
  while (at->next && at->key < key) {
    struct node *next = at->next;
    pthread_mutex_lock(&next->mu);
    pthread_mutex_unlock(&at->mu);
    at = next;
  }
  if (at->key != key)
    return -1;
  int found = at->value;
  pthread_mutex_unlock(&at->mu);
  return found;
}

// CHECK: {{^}}{{.*}}hand-over-hand.c:[[#@LINE-6]]:{{[0-9]+}}: warning: 'node::mu' is still locked when 'find' returns here, but other paths unlock it [fearless-lock-leak]{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand.c:[[#@LINE-15]]:{{[0-9]+}}: note: 'find' locks 'node::mu' here{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand.c:[[#@LINE-6]]:{{[0-9]+}}: note: another path unlocks it here{{$}}
// CHECK: {{^}}{{.*}}hand-over-hand.c:[[#@LINE-9]]:{{[0-9]+}}: note: unlock 'node::mu' on this path too{{$}}
