// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// All that the thread has the address of is used under its lock.
#include <pthread.h>

struct worker {
  pthread_mutex_t lock;
  int rounds, stop;
};

static void *work(void *arg) {
  struct worker *w = arg;
  for (int stop = 0; !stop;) {
    pthread_mutex_lock(&w->lock);
    w->rounds++;
    stop = w->stop;
    pthread_mutex_unlock(&w->lock);
  }
  return 0;
}

int main(void) {
  struct worker w = {PTHREAD_MUTEX_INITIALIZER, 0, 0};
  pthread_t t;
  pthread_create(&t, 0, work, &w);
  for (;;) {
    pthread_mutex_lock(&w.lock);
    int rounds = w.rounds;
    pthread_mutex_unlock(&w.lock);
    if (rounds > 10)
      break;
  }
  pthread_mutex_lock(&w.lock);
  w.stop = 1;
  pthread_mutex_unlock(&w.lock);
  return pthread_join(t, 0);
}
