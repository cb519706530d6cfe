// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Through a list from lock to lock: that of the last node is let go where the
// walk ends.
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
  int found = at->key == key ? at->value : -1;
  pthread_mutex_unlock(&at->mu);
  return found;
}
