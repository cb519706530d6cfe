// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --implicit-check-not=warning: --implicit-check-not=error:
// The element that a function is called with is given back by another name.
#include <pthread.h>
struct worker {
  pthread_mutex_t lock;
  int paused;
};
static struct worker *workers;
static pthread_mutex_t control = PTHREAD_MUTEX_INITIALIZER;

static void wait_while_paused(struct worker *w) {
  if (w->paused) {
    pthread_mutex_unlock(&w->lock);
    pthread_mutex_lock(&control);
    pthread_mutex_unlock(&control);
    pthread_mutex_lock(&w->lock);
  }
}
static void work_of_first(void) { wait_while_paused(&workers[0]); }

static void *run(void *argument) {
  struct worker *w = &workers[(long)argument];
  pthread_mutex_lock(&w->lock);
  if (argument == 0)
    work_of_first();
  pthread_mutex_unlock(&w->lock);
  return 0;
}
int main(void) {
  pthread_t thread;
  pthread_create(&thread, 0, run, 0);
  struct worker *first = &workers[0];
  pthread_mutex_lock(&control);
  pthread_mutex_lock(&first->lock);
  first->paused = 1;
  pthread_mutex_unlock(&first->lock);
  pthread_mutex_unlock(&control);
  pthread_join(thread, 0);
}

// CHECK: 0 findings
