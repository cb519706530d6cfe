// RUN: %fearless check %s -- -std=c11 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// Handles in an array of structures, joined in a loop.
#include <pthread.h>
static int total;
static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
struct worker {
  pthread_t thread;
  int number;
};
static void *run(void *arg) {
  pthread_mutex_lock(&mu);
  total += ((struct worker *)arg)->number;
  pthread_mutex_unlock(&mu);
  return 0;
}
int main(void) {
  struct worker workers[3];
  for (int i = 0; i < 3; ++i) {
    workers[i].number = i;
    pthread_create(&workers[i].thread, 0, run, &workers[i]);
  }
  for (int i = 0; i < 3; ++i)
    pthread_join(workers[i].thread, 0);
  return total;
}
