// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The lock of one object is held while the thread of another is joined, by the
// one that has no thread.
#include <pthread.h>
struct worker {
  pthread_t thread;
  pthread_mutex_t mu;
  int steps;
};
static struct worker workers[4];

static void *run(void *arg) {
  struct worker *mine = arg;
  pthread_mutex_lock(&mine->mu);
  mine->steps++;
  pthread_mutex_unlock(&mine->mu);
  return 0;
}
static int spawn(pthread_t *thread, void *(*f)(void *), void *arg) {
  return pthread_create(thread, 0, f, arg);
}
static void stop(struct worker *leader, struct worker *w) {
  pthread_mutex_lock(&leader->mu);
  pthread_join(w->thread, 0);
  pthread_mutex_unlock(&leader->mu);
}
int main(void) {
  struct worker leader = {0, PTHREAD_MUTEX_INITIALIZER, 0};
  for (int i = 0; i < 4; ++i)
    spawn(&workers[i].thread, run, &workers[i]);
  for (int i = 0; i < 4; ++i)
    stop(&leader, &workers[i]);
}
