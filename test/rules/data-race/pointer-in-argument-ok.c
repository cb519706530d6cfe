// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// What it points to is this thread's alone.
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
  struct context a = {&s, 1}, b = {&other, 2};
  pthread_t t, u;
  pthread_create(&t, 0, work, &a);
  pthread_create(&u, 0, work, &b);
  pthread_join(t, 0);
  pthread_join(u, 0);
  return s.n + other.n;
}
