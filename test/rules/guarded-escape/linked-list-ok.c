// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Elements of a list point to each other: a structure, and not one place.
#include <pthread.h>

struct node {
  struct node *prev, *next;
  int value;
};
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static struct node nodes[8];
static struct node *tail;

static void append(struct node *n) {
  n->prev = tail;
  n->next = 0;
  if (n->prev)
    n->prev->next = n;
  tail = n;
}

static void *run(void *unused) {
  struct node mine = {0, 0, 0};
  struct node other = {0, &mine, 0};
  pthread_mutex_lock(&mu);
  nodes[1].value = other.next->value;
  append(&nodes[1]);
  pthread_mutex_unlock(&mu);
  return 0;
}

int main(void) {
  pthread_t first, second;
  pthread_create(&first, 0, run, 0);
  pthread_create(&second, 0, run, 0);
  pthread_join(first, 0);
  pthread_join(second, 0);
  return 0;
}
