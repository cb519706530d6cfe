// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Another structure is assigned.
#include <pthread.h>
struct point {
  int x, y;
};
struct shared {
  pthread_mutex_t mu;
  struct point p;
};
static void *move(void *arg) {
  struct shared *s = arg;
  pthread_mutex_lock(&s->mu);
  s->p.x++;
  pthread_mutex_unlock(&s->mu);
  return 0;
}
int main(void) {
  struct shared s = {PTHREAD_MUTEX_INITIALIZER, {0, 0}};
  pthread_t t;
  pthread_create(&t, 0, move, &s);
  pthread_mutex_lock(&s.mu);
  struct point copy = s.p;
  pthread_mutex_unlock(&s.mu);
  pthread_join(t, 0);
  return copy.x;
}
