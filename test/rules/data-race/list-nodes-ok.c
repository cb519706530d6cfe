// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// A lock guards the list and its nodes.
#include <pthread.h>
struct node {
  struct node *next;
  int visits;
  pthread_mutex_t mu;
};
static struct node *list;
static void *visit(void *p) {
  for (struct node *n = list; n; n = n->next) {
    pthread_mutex_lock(&n->mu);
    n->visits++;
    pthread_mutex_unlock(&n->mu);
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
