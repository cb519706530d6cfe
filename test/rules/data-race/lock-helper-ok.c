// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The helper takes the mutex that belongs to the given table.
#include <pthread.h>
#include <stdio.h>
struct table { pthread_mutex_t mu; int rows; };
static struct table red = {PTHREAD_MUTEX_INITIALIZER, 0};
static struct table blue = {PTHREAD_MUTEX_INITIALIZER, 0};
static void enter(struct table *t) { pthread_mutex_lock(&t->mu); }
static void leave(struct table *t) { pthread_mutex_unlock(&t->mu); }
static void *reds(void *arg) {
  enter(&red);
  red.rows++;
  leave(&red);
  return arg;
}
static void *both(void *arg) {
  enter(&red);
  red.rows += 2;
  leave(&red);
  enter(&blue);
  blue.rows += 2;
  leave(&blue);
  return arg;
}
int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, reds, NULL);
  pthread_create(&b, NULL, both, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d %d\n", red.rows, blue.rows);
  return 0;
}
