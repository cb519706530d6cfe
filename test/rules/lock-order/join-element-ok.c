// RUN: %fearless check %s -- -std=gnu17 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// The first element is that of main, which joins the threads of the others.
#include <pthread.h>
struct worker {
  pthread_t thread;
  pthread_mutex_t mu;
  int steps;
};
static struct worker workers[4];

static void *run(void *arg) {
  struct worker *mine = &workers[(long)arg];
  pthread_mutex_lock(&mine->mu);
  mine->steps++;
  pthread_mutex_unlock(&mine->mu);
  return 0;
}
int main(void) {
  for (long i = 1; i < 4; ++i)
    pthread_create(&workers[i].thread, 0, run, (void *)i);
  pthread_mutex_lock(&workers[0].mu);
  for (long i = 1; i < 4; ++i)
    pthread_join(workers[i].thread, 0);
  pthread_mutex_unlock(&workers[0].mu);
}
