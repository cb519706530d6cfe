// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Each node is changed under its lock.
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
    at->visits++;
    pthread_mutex_unlock(&at->mu);
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
